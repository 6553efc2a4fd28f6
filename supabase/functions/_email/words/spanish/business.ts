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
presupuesto @de — presupuesto de unos 4.000
(nuestro|un|hay) presupuesto — un presupuesto de unos 4.000
@como( ~12){0,4} ?\d[\d.,]{0,9} ?(€|eur|euros)? — como máximo 3[3.,]{0,9}

# Words that name a deadline or a time frame.
## timeline
@antes( ~10){0,2} @lunes — antes del 15 de enero de
(próxim[oa]|est[ea]) @semana — este año, no en enero
(dentro de|en) @dos (días|semanas?|mes(es)?|horas) — dentro de 3 días
plazo|fecha límite|cronograma — plazo de inscripción

# Words that say who decides, signs or approves.
## decides
(soy|como|nuestr[oa]|es)( el| la)? @director — como gerente quiero cerrar
@director( de (la |el |los )?~2-15)?,? @que (firma|decide|aprueba) — director que es quien firma
(decide|firma|aprueba|aprobará|decidirá) (~12 ){0,2}@director — decide director
yo decido — yo decido
quien (decide|firma|aprueba) — quien firma, y nuestro
la decisión final|la última palabra — la decisión final
tengo que consultarlo con — tengo que consultarlo con

# Words that offer business.
## opportunity
interesad[oa]s? en|estamos buscando|buscamos — interesado en
cotización — cotización
presupuesto (para|sin|detallado) — presupuesto para publicidad no
lista de precios|tarifas? — nuevas tarifas de portes
(quisiéramos|nos gustaría|queremos|quiero|me gustaría) @hacer — quisiéramos hacer un pedido
(propuesta|acuerdo) de (colaboración|asociación|distribución) — propuesta de colaboración
`;
