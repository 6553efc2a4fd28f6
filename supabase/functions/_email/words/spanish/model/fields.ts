import type { Field } from "../../english/model/fields.ts";

/** The same fields in Spanish. */
export const SPANISH_FIELDS: Readonly<Record<Field, string>> = {
  greet: "hola buenas buenos estimado estimada estimados querido querida días tardes",
  thank: "gracias agradec* agradezco agradecido agradecida",
  please: "favor porfa porfavor ruego rogamos",
  may: "puede pueden puedes podría podrían podrías podemos puedo podéis podríais",
  want: "quiero queremos quisiera* quería queríamos necesit* busco buscamos gustaría interes* " +
    "deseo deseamos pensando preferir* prefiero",
  buy: "compr* pedido pedir encargar precio precios presupuesto coste costes cuesta cuestan " +
    "costaría descuento unidades muestra muestras catálogo cantidad disponib* existencias " +
    "stock alquil* tarifa tarifas metros litros kilos plazo personas cobran cobráis cada " +
    "cotiz* lote lotes modelo* referencia* medida* rebaja* provee* suministr* habitacion* " +
    "cuánto rentar alquiler suministro",
  sell: "ofrec* oferta propuesta propon* propong* válid* contrato condiciones incluye " +
    "incluido iva cuota cuotas señal honorarios precio firma firmar borrador importe " +
    "garantía total plazo vender vende servicio* mensual* anual* abono vigencia ofert*",
  pitch: "clientes empresas negocios solución plataforma ahorr* aument* ventas demo prueba " +
    "visto web página",
  meet: "reuni* cita visit* quedar llamada vernos agenda café comida pasar paso pasarme " +
    "hablar videollamada verte verle aplazar cambiar adelantar posponer encontr* acerc* " +
    "junta almuerzo almorz* charl* convers* hablamos entrevista* invit* venir",
  suit: "viene va bien libre hueco disponible mejor antes después prefer* cuadra",
  day: "lunes martes miércoles jueves viernes sábado domingo mañana hoy pasado semana fin mes " +
    "tarde mediodía noche quincena",
  clock: "horas hora media cuarto minutos",
  broken: "roto rota averi* avería error* fallo* falla* bloque* colgad* cuelga congelad* " +
    "pantalla apaga apagado apagó gotea pita parpade* desconecta funciona funcionan funcionar " +
    "arranca carga enciende responde atasc* caído caída atasca atascó rompe rompió chirría cae " +
    "despega sale estropead* estropeó descompuest* quebrad* quebró reventó fundid* quemó congela " +
    "congeló trabad* atorad* cuelgue falló rechaz* deneg* caduc* expir* inaccesible* inservible* " +
    "ilegible* interrump* corte cortes cortad* reinici* desconect* desprend* suelto suelta flojo " +
    "gotera tapad* recalient* chirri* vibra salta saltó disparad* imposible abre cierra imprime " +
    "conecta desapareció corrupt* descargada petó petado arrancó encendió apagaba ruido " +
    "intermitente caducad* bloqueo* bloquear error errores falla fallo fallos",
  device: "contraseña cuenta pantalla aplicación app programa actualización actualizar versión " +
    "navegador impresora escáner router wifi servidor botón menú ajustes máquina caldera sensor " +
    "bomba caja datáfono terminal tableta portátil móvil aparato equipo sistema portal archivo " +
    "cable batería termostato cámara puerta computador* ordenador* laptop pc celular teléfono " +
    "cerradura puertas portón ventana* grifo grifos ducha lavabo inodoro tubería* cañería* " +
    "desagüe plomería calentador calefacción radiador* aire acondicionado ventilador* horno " +
    "nevera frigorífico congelador lavadora lavavajillas secadora aspirador* ascensor escalera " +
    "tejado techo enchufe* interruptor* bombilla* foco lámpara* luces luz alarma motor freno* " +
    "neumático* rueda* coche carro auto furgoneta camión bicicleta software correo usuario " +
    "acceso conexión formulario contador medidor",
  help: "ayuda ayudar ayudarme ayudarnos cómo explicar instrucciones pasos manual arreglar " +
    "resolver solucion* soporte guía técnico*",
  harm: "fuego humo quema gas inund* agua peligro* herid* hospital ambulancia reventad* chispas " +
    "emergencia estropea* incendio urgencias explos* escape fuga tóxic* intoxic* enferm* vómit* " +
    "fiebre alérgic* desmay* caída cayó lesion* fractur* sangr* policía robaron asalto corriente " +
    "electricidad suministro derrumb* accidente* evacu* filtración* ratas grave graves " +
    "estropead*",
  lack: "no nunca nadie ningún ninguna nada sin falta faltan faltaba perdid* tarde retras* " +
    "equivocad* mal vacío vacía tampoco apenas todavía aún otra vez sigue seguimos llevamos " +
    "llevo tercera segunda lástima pendiente ninguno jamás ausen* olvid* extravi* desapareci* " +
    "incomplet* insuficien* poco pocas menos escas* agotad* errón* incorrect* distint* demasiad* " +
    "lento lenta lentos demor* cuarta duplicad* faltado tardó demoras desapareció retraso " +
    "retrasos",
  damage: "dañad* rajad* rasgad* rayad* abollad* mojad* moho frío fría suci* manch* torcid* " +
    "quemad* rotos rotas podrid* caducad* defectuos* golpead* huele mancha rayaron rayado " +
    "oxidad* rajado humedad ruido deterior* desgast* agriet* grieta* arañ* agujer* hinchad* " +
    "húmed* empapad* mugr* pegajos* rancio rancia seco seca duro dura usado gastad* destroz* " +
    "destru* ruidos* pinchad* estall*",
  bad: "peor horrible terrible vergüenza vergonz* pésim* fatal ridícul* inútil* decepcion* " +
    "molest* enfad* hart* cansad* indignad* inaceptable excusa* disculpa* paciencia " +
    "desastre lament* queja tomadura asco asqueros* estafa* engañ* mentira* burla* " +
    "groser* maleducad* desagradable* incompeten* negligen* descuid* chapuz* enoj* " +
    "furios* frustr* insatisf* disgust* lío caos incomod* siento quej* molestia* quejas",
  redress: "reembols* devolución devolver devuelvan dinero cambio reposición compensa* indemniz* " +
    "abono descuenten reclam* queja abogado consumo cancelar anular hoja reintegr* rebaja " +
    "descuento reparación corregir rectific* repetir rehacer garantía devuélv* peritaje " +
    "seguro denuncia* reemplaz* explicación explicaciones sustituir reclamación* " +
    "devuélvelo",
  praise: "encant* estupend* maravill* fantástic* excelente* perfect* delicios* riquísim* " +
    "content* feliz alegr* satisfech* amable* genial enhorabuena felicid* mejor preciosa " +
    "precioso recomend* cariño impresion* bonito bonita disfrut* excepcional* impecable* " +
    "magnífic* increíble* exquisit* buenísim* rico simpátic* atento atenta atentos " +
    "profesional* eficient* puntual* calidad lindo éxito volveremos felicit* agradable* " +
    "perfecta",
  opinion: "opinión comentario* honest* sincer* aunque poco algo experiencia pareció gustó " +
    "sugerencia crítica pega único valoración quizá pienso creo general bastante mejora " +
    "nota",
  partner: "socio* colabor* juntos juntas comisión compart* repart* mitad ambos ambas mutu* " +
    "alianza conjunto conjunta recomend* acuerdo intercambi* entre clientela porcentaje " +
    "cooper* asoci* conjunt* distribuid* subcontrat* comparta",
  acquaint: "present* presentar presento compañer* nuevo nueva incorpor* sustitu* relevo cargo " +
    "contacto conoc* conozc* llamo nombre copia pongo soy encargad* responsable nombrad* " +
    "jubil* compañeros presentación",
  remind: "record* recordatorio todavía aún sigo seguimos esper* respuesta noticias novedad* " +
    "pendiente* quedó quedamos semanas pasada prometi* vencida insist* último anterior " +
    "saber reiter* seguimiento adeud* impag* atras* retraso espera avance estado " +
    "novedades",
  settle: "sí vale acuerdo confirm* recibid* recibimos llegó listo hecho reservado correcto " +
    "adelante perfecto conforme aceptamos acepto pedisteis aprobad* aceptad* llegado " +
    "hecha terminad* resuelt* firmado claro ok pedido perfecta",
  inform: "inform* aviso avis* adjunt* cerrad* cerramos mudamos cambia cambiamos conocimiento " +
    "acta recibo comunic* partir nota resumen reenví* horario constancia recordamos " +
    "archivo anunci* abierto cierre festivo vacaciones obras mantenimiento modific* " +
    "novedades suspend* mudanza informe informes",
  future: "será serán voy vamos próximo próxima pronto",
  past: "fue era había estaba estuvo hicieron dijeron vino llegaron",
  pay: "factura facturas pago pagar pagado cobr* vencimiento transferencia banco saldo abono " +
    "recibo importe pague paguen pagos abonar abone transfer* transfier* cuota cuotas " +
    "vence deuda* nómina honorarios alquiler renta domicili* cheque* tarjeta",
  ask: "pregunta preguntar duda saber si cuál cuáles qué cuándo dónde quién cómo cuánto " +
    "cuánta cuántos cuántas permit* posible diferencia curiosidad",
  send: "envi* envíe mand* manda* firm* rellen* revis* traiga traer traigan recog* dej* ponga " +
    "poned entreg* imprim* borr* añad* cambi* reserv* cancel* llam* llame pas* confirm* devuelv* " +
    "prepar* quit* corrij* actualic* dad den diga envíen envía envíame envíeme envíanos envíenos " +
    "tramit* redact* verifi* compruebe* comprob* comprueba adjuntar adjunte escane* suba subir " +
    "actualizar modificar modifique corregir corrige programar programe organiza* organice* " +
    "fijar fije bloquear archivar archive publicar publique difund* distribu* comparta remit* " +
    "reenvi* emitir emita factúr* facturar pagar pague procesar procese gestion* solicitar " +
    "solicite consult* apunt* anot* inscrib* registr* renuev* renov* prorrog* buscar busque " +
    "busca recoj* lleve lleva llevar guardar guarde cerrar cierre abra abrir apagar apague regar " +
    "riegue riega instal* sustituya arregl* mostrar muestre traduc* traduzca contactar contacte " +
    "contacta invit* facilit* proporcion* indique indiquen indícame indicar aclare aclárame " +
    "aplaz* pospon* retir* añád* incluya incluir asign* coordin* elabor* activar active " +
    "desactiv* configur* crear cree autorice autorizar apruebe pida pedir pide ponme ponnos pon " +
    "poner dame deme dígame dime díganos decime haz haga hazme tenga asegúr* saque sacar limpi* " +
    "complet* pásame déjame avísame avísenos avisa avísanos llámame pásanos facilítame " +
    "confírmame confírmeme mándame ayúdame ayúdenos recuérdame tráigame súbelo descargue " +
    "devuélvelo respóndeme cotice cotícenos agéndame borrador* aplazar arreglar enviado firmado " +
    "imprime posponer",
  private: "mamá papá abuela abuelo cumpleaños tarta cena niños fiesta vacaciones tía tío primo " +
    "perro gato jardín llaves llave cole boda barbacoa vecin* besos beso abrazo hermana " +
    "hermano madre padre sobrin* amig* cariño hij* navidad colegio piscina fútbol playa " +
    "gata regalo* mudanza",
  work: "personal equipo conductores gente clientes huéspedes niños pacientes inquilinos " +
    "vecinos visitantes empleados trabajador* alumn* estudiant* residentes usuarios " +
    "profesores enfermer* familias compañeros",
  hurry: "urgente* inmediat* ya cuanto antes hoy plazo límite rápido enseguida posible urge " +
    "apur* ahorita ahora mismo prontitud inaplazable urgente",
  calm: "prisa prisas calma tranquil* cuando puedas pueda agobio* urgente preocup*",
  wait: "respuesta contest* respond* espera saber decir digáis decidme decirme decirnos " +
    "noticias",
  decide: "decid* decisión aprob* firma junta jefe jefa dueñ* gerente director* marido mujer " +
    "comunidad ayuntamiento vot* elegir autoriz* aprueb* presidente esposa consult* " +
    "aprobad* apruebe",
  chance: "reform* abrir abrimos ampli* sucursal* planeamos proyecto evento boda congreso " +
    "temporada nuevo obra inaugur* renov* construi* mudanza apertura crec* tienda " +
    "aniversario",
  must: "debe deben deberían requier* exig*",
  trouble: "problem* incidencia* inconvenient* error errores fallo fallos falla avería averías " +
    "defecto* queja quejas reclamación* dificultad* contratiempo* malentendid* confusi* " +
    "equivocación olvido retraso retrasos demoras daño daños pérdida* gotera* accidente* " +
    "conflicto* molestia* imprevist* bloqueo* corte cortes lío anomalía* incumpl* percance* " +
    "inconveniencia",
  paper: "contrato informe informes nota acta actas borrador* documento* documentación archivo " +
    "fichero* pdf hoja hojas formulario* carta cartas certificad* justificante* recibo " +
    "factura facturas albarán* presupuesto plano planos foto fotos presentación " +
    "diapositiva* orden lista listas inventario* anexo* artículo* folleto* catálogo* " +
    "expediente* póliza* pasaporte resumen texto borrador catálogo formulario",
  count: "dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta " +
    "cuarenta cincuenta sesenta cien mil",
  rough: "unos unas alrededor casi cerca",
  month: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre " +
    "diciembre primavera verano otoño invierno temporada navidad* pascua",
  span: "años año meses días desde hasta hace tiempo entonces siempre",
  somebody: "alguien quien quién nadie cualquiera",
  person: "mujer señor señora chico chica joven conductor camarero camarera enfermer* maestro " +
    "maestra repartidor",
  speak: "dijo dijeron dicho dice escribí escrito llamé llamado llamó hablé hablado explicó " +
    "contestó",
  plant: "válvula ascensor portón barrera depósito compresor motor generador nevera congelador " +
    "cámara horno grúa carretilla luz corriente línea",
  rescue: "bomberos ambulancia urgencias guardia hospital sangre fiebre dolor* respira socorro",
  place: "aquí fuera dentro abajo arriba pie suelo patio sala nave calle esquina sótano pared " +
    "puerta techo tejado cocina pasillo",
  parcel: "paquete* entrega* palé palés envío transportista seguimiento caja cajas mensajero " +
    "recogida",
  tried: "probado probé intentado limpiado cambiado cambié comprobado reiniciado desenchuf* " +
    "instalado apagado encendido",
  display: "muestra aparece mensaje sale enciende gira abre marca pone",
  compare: "mejor peor que demasiado más menos bastante muy tan mucho",
  demand: "espero exijo exigimos derecho responsable",
  because: "porque aunque pero sin pues mientras así",
  document: "página páginas documento* informe* diapositivas manual carta cartas lista " +
    "formulario tabla plano borrador copia versión papel artículo libro texto",
  code: "consulta índice servidor código clase error campo usuario* extensión",
  legal: "juzgado permiso autorización normas licencia alquiler impuesto* ayuntamiento",
  peers: "compañeros socios alumnos padres vecinos voluntarios empleados grupo departamento " +
    "clase equipo",
  idea: "idea propon* quizá imagino podría pensado tal",
  skill: "formación hablo idiomas nací dirijo llevo familiar",
  condition: "si no salvo caso contrario siempre",
  loss: "perder perdemos caduca vence cancelad* cuesta",
  stuck: "esperando parado parada parados cola bloquead* atrapad* tirad* encerrad* detenid*",
  social: "felicidades enhorabuena suerte jaja reír fiesta película juego",
  travel:
    "vuelo avión aeropuerto hotel billete* pasaporte estación viaje equipaje visado reserva " +
    "habitación",
  absent: "vacaciones baja ausente permiso sustitu* jubil* funeral maternidad",
  number: "número referencia cliente pedido expediente serie contrato factura",
  ready: "empez* empiez* comienz* listo lista termin* fin final acab* continu* resto sigue",
  look: "ver veo ve visto mirar mire miré notado encuentr* encontr* parece parecía",
  sums: "euros céntimo* efectivo cheque suma importe ciento iva",
  know: "sé sabe sabemos recuerdo entiendo creo pienso supongo olvidado seguro segura",
  me: "yo me mi mis mí",
  we: "nos nuestro nuestra nuestros nuestras nosotros",
  you: "usted ustedes le les su sus tu tus te ti os vuestro vuestra vuestros vosotros",
  they: "él ella ellos ellas",
};
