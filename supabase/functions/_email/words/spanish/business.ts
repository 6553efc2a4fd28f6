/**
 * Spanish words and phrases that show budgets, deadlines, decisions and offers of business. How
 * they are written: `text/word_table.ts`.
 */
export const SPANISH_BUSINESS = String.raw`
@de = de|disponible|máximo|aprobado|asignado|es|sería|anual
@como = como máximo|no más de|podemos (gastar|pagar|llegar)|tope de|partida de
@como = tenemos reservad[oa]s?|hemos (previsto|reservado)
@lunes = lunes|martes|miércoles|jueves|viernes|sábado|domingo|\d{1,2}|enero|febrero|marzo|abril
@lunes = mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|semana|mes|año|trimestre
@antes = antes del?|para el|a partir del?|hasta el|a finales de|a principios de
@semana = semana|mes|año|trimestre|lunes|martes|miércoles|jueves|viernes
@dos = \d{1,3}|dos|tres|cuatro|una|un
@director = director(a)?( general)?|gerente( general)?|propietari[oa]|dueñ[oa]|fundador(a)?
@director = responsable( de compras)?|president[ea]|junta|consejo|comité|jef[ea]|soci[oa]s?
@director = administrador(a)?
@que = que es quien|quien|que|es quien|la que|el que
@hacer = hacer un pedido|comprar|contratar|encargar|pedir|solicitar|colaborar|reservar

# Words that name a budget or limit what may be spent.
## budget
presupuesto @de — el presupuesto es de 4.000 euros
(nuestro|un|hay) presupuesto — hay presupuesto para dos puertas
@como( ~12){0,4} ?\d[\d.,]{0,9} ?(€|eur|euros)? — podemos gastar como máximo 3.500 euros

# Words that name a deadline or a time frame.
## timeline
@antes( ~10){0,2} @lunes — lo necesitamos antes del viernes
(próxim[oa]|est[ea]) @semana — decidimos este trimestre
(dentro de|en) @dos (días|semanas?|mes(es)?|horas) — llega en dos semanas
plazo|fecha límite|cronograma — el plazo termina el 30 de junio

# Words that say who decides, signs or approves.
## decides
(soy|como|nuestr[oa]|es)( el| la)? @director — como gerente firmo los contratos
@director( de (la |el |los )?~2-15)?,? @que (firma|decide|aprueba) — el director es quien firma
(decide|firma|aprueba|aprobará|decidirá) (~12 ){0,2}@director — lo decide la junta
yo decido — en mi casa yo decido
quien (decide|firma|aprueba) — dígame quién es quien firma
la decisión final|la última palabra — mi socia tiene la última palabra
tengo que consultarlo con — tengo que consultarlo con mi socia

# Words that offer business.
## opportunity
interesad[oa]s? en|estamos buscando|buscamos — estamos interesados en su curso
cotización — les pido una cotización
presupuesto (para|sin|detallado) — un presupuesto para la cocina
lista de precios|tarifas? — ¿me envía la lista de precios?
(quisiéramos|nos gustaría|queremos|quiero|me gustaría) @hacer — nos gustaría hacer un pedido
(propuesta|acuerdo) de (colaboración|asociación|distribución) — una propuesta de colaboración
`;
