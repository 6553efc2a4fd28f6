/** The Spanish words around names of people and organizations. */
import type { NameLists } from "../../../facts/names/word_lists.ts";

/** Spanish. */
export const SPANISH_NAMES: NameLists = {
  titles: "sr sra srta señor señora señorita don doña d dña dr dra doctor doctora ing lic " +
    "prof profesor profesora",
  roles: "director directora gerente presidente presidenta jefe jefa responsable socio " +
    "socia abogado abogada contable ingeniero ingeniera arquitecto arquitecta " +
    "consultor consultora asistente secretario secretaria compañero compañera " +
    "fundador fundadora dueño dueña propietario propietaria técnico técnica asesor " +
    "asesora médico médica profesor profesora amigo amiga vecino vecina cliente " +
    "clienta encargado encargada administrador administradora ceo",
  roleEndings: "",
  introductions: "me llamo|mi nombre es|soy|les habla|le saluda|habla|saludos de|recuerdos de|" +
    "de parte de|cordialmente de",
  at: "de en",
  employers: "trabajo en|trabajo para|trabaja en|trabaja para|en nombre de",
  companies: "empresa compañía sociedad",
  no: "saludo recuerdos abrazos feliz felices próspero año nuevo nueva soy " +
    "fiestas lunes martes miércoles jueves " +
    "viernes sábado domingo enero febrero marzo abril mayo junio julio agosto " +
    "septiembre octubre noviembre diciembre hola estimado estimada estimados " +
    "estimadas querido querida buenos buenas buen días tardes noches gracias saludos " +
    "atentamente cordialmente un una el la los las lo para por con de del me le nos " +
    "su sus mi se si sí no este esta estos estas nuestro nuestra nuestros nuestras " +
    "adjunto adjunta tu y o pero que quien cuando como donde hoy mañana ayer en a al " +
    "es son ya muy navidad",
  common: "semana factura pedido contabilidad compras ventas administración contrato reunión " +
    "proyecto calle avenida plaza hotel estación empresa oficina equipo",
};
