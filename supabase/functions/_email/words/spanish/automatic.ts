/**
 * Spanish words and phrases of emails that a program or a mailing list sent. How they are written:
 * `text/word_table.ts`.
 */
export const SPANISH_AUTOMATIC = String.raw`
# Subjects of reports about emails that could not be delivered.
## bounce_subject
no se (ha podido|pudo) entregar — no se ha podido entregar su mensaje
no entregado — correo no entregado: factura 2210
mensaje rechazado — mensaje rechazado por el servidor

# What such a report says.
## bounce_text
no se pudo entregar — su mensaje no se pudo entregar

# Subjects of automatic replies of people who are away.
## absence_subject
respuesta autom[aá]tica — respuesta automática: su pedido
fuera de (la )?oficina — estoy fuera de la oficina hasta el lunes

# How to leave a mailing list.
## unsubscribe
darse de baja — para darse de baja, pulse aquí
cancelar (la|su|tu) suscripci[oó]n — aquí puede cancelar su suscripción
`;
