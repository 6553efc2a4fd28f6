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
    "stock alquil* tarifa tarifas metros litros kilos plazo personas cobran cobráis cada",
  sell: "ofrec* oferta propuesta propon* propong* válid* contrato condiciones incluye incluido " +
    "iva cuota cuotas señal honorarios precio firma firmar borrador importe garantía total " +
    "plazo",
  pitch: "clientes empresas negocios solución plataforma ahorr* aument* ventas demo prueba " +
    "visto web página",
  meet: "reuni* cita visit* quedar llamada vernos agenda café comida pasar paso pasarme hablar " +
    "videollamada verte verle aplazar cambiar adelantar posponer encontr* acerc*",
  suit: "viene va bien libre hueco disponible mejor antes después prefer* cuadra",
  day: "lunes martes miércoles jueves viernes sábado domingo mañana hoy pasado semana fin mes " +
    "tarde mediodía noche quincena",
  clock: "horas hora media cuarto minutos",
  broken:
    "roto rota averi* avería error* fallo* falla* bloque* colgad* cuelga congelad* pantalla " +
    "apaga apagado apagó gotea pita parpade* desconecta funciona funcionan funcionar arranca " +
    "carga enciende responde atasc* caído caída atasca atascó rompe rompió chirría cae " +
    "despega sale",
  device: "contraseña cuenta pantalla aplicación app programa actualización actualizar versión " +
    "navegador impresora escáner router wifi servidor botón menú ajustes máquina caldera " +
    "sensor bomba caja datáfono terminal tableta portátil móvil aparato equipo sistema " +
    "portal archivo cable batería termostato cámara puerta",
  help: "ayuda ayudar ayudarme ayudarnos cómo explicar instrucciones pasos manual arreglar " +
    "resolver solucion* soporte",
  harm: "fuego humo quema gas inund* agua peligro* herid* hospital ambulancia reventad* " +
    "chispas emergencia estropea* incendio urgencias",
  lack: "no nunca nadie ningún ninguna nada sin falta faltan faltaba perdid* tarde retras* " +
    "equivocad* mal vacío vacía tampoco apenas todavía aún otra vez sigue seguimos llevamos " +
    "llevo tercera segunda lástima pendiente",
  damage:
    "dañad* rajad* rasgad* rayad* abollad* mojad* moho frío fría suci* manch* torcid* quemad* " +
    "rotos rotas podrid* caducad* defectuos* golpead* huele mancha rayaron rayado oxidad* " +
    "rajado humedad ruido",
  bad: "peor horrible terrible vergüenza vergonz* pésim* fatal ridícul* inútil* decepcion* " +
    "molest* enfad* hart* cansad* indignad* inaceptable excusa* disculpa* paciencia " +
    "desastre lament* queja tomadura",
  redress: "reembols* devolución devolver devuelvan dinero cambio reposición compensa* indemniz* " +
    "abono descuenten reclam* queja abogado consumo cancelar anular hoja",
  praise: "encant* estupend* maravill* fantástic* excelente* perfect* delicios* riquísim* " +
    "content* feliz alegr* satisfech* amable* genial enhorabuena felicid* mejor preciosa " +
    "precioso recomend* cariño impresion* bonito bonita disfrut*",
  opinion: "opinión comentario* honest* sincer* aunque poco algo experiencia pareció gustó " +
    "sugerencia crítica pega único valoración quizá",
  partner: "socio* colabor* juntos juntas comisión compart* repart* mitad ambos ambas mutu* " +
    "alianza conjunto conjunta recomend* acuerdo intercambi* entre clientela porcentaje",
  acquaint: "present* presentar presento compañer* nuevo nueva incorpor* sustitu* relevo cargo " +
    "contacto conoc* conozc* llamo nombre copia pongo soy encargad* responsable",
  remind: "record* recordatorio todavía aún sigo seguimos esper* respuesta noticias novedad* " +
    "pendiente* quedó quedamos semanas pasada prometi* vencida insist* último anterior " +
    "saber",
  settle: "sí vale acuerdo confirm* recibid* recibimos llegó listo hecho reservado correcto " +
    "adelante perfecto conforme aceptamos acepto pedisteis",
  inform: "inform* aviso avis* adjunt* cerrad* cerramos mudamos cambia cambiamos conocimiento " +
    "acta recibo comunic* partir nota resumen reenví* horario constancia recordamos archivo",
  future: "será serán voy vamos próximo próxima pronto",
  past: "fue era había estaba estuvo hicieron dijeron vino llegaron",
  pay: "factura facturas pago pagar pagado cobr* vencimiento transferencia banco saldo abono " +
    "recibo importe",
  ask: "pregunta preguntar duda saber si cuál cuáles qué cuándo dónde quién cómo cuánto " +
    "cuánta cuántos cuántas permit* posible diferencia curiosidad",
  send: "envi* envíe mand* manda* firm* rellen* revis* traiga traer traigan recog* dej* ponga " +
    "poned entreg* imprim* borr* añad* cambi* reserv* cancel* llam* llame pas* confirm* " +
    "devuelv* prepar* quit* corrij* actualic* dad den diga",
  private: "mamá papá abuela abuelo cumpleaños tarta cena niños fiesta vacaciones tía tío primo " +
    "perro gato jardín llaves llave cole boda barbacoa vecin* besos beso abrazo hermana " +
    "hermano",
  work: "personal equipo conductores gente clientes huéspedes niños pacientes inquilinos " +
    "vecinos visitantes empleados",
  hurry: "urgente* inmediat* ya cuanto antes hoy plazo límite rápido enseguida posible",
  calm: "prisa prisas calma tranquil* cuando puedas pueda agobio*",
  wait: "respuesta contest* respond* espera saber decir digáis decidme decirme decirnos noticias",
  decide: "decid* decisión aprob* firma junta jefe jefa dueñ* gerente director* marido mujer " +
    "comunidad ayuntamiento vot*",
  chance: "reform* abrir abrimos ampli* sucursal* planeamos proyecto evento boda congreso " +
    "temporada nuevo obra inaugur*",
  me: "yo me mi mis mí",
  we: "nos nuestro nuestra nuestros nuestras nosotros",
  you: "usted ustedes le les su sus tu tus te ti os vuestro vuestra vuestros vosotros",
  they: "él ella ellos ellas",
};
