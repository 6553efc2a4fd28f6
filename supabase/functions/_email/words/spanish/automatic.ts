/**
 * Spanish words and phrases of emails that a program or a mailing list sent. How they are written:
 * `text/word_table.ts`.
 */
export const SPANISH_AUTOMATIC = String.raw`
# Subjects of reports about emails that could not be delivered.
## bounce_subject
no se (ha podido|pudo) entregar — no se ha podido entregar su mensaje a
no entregado — no entregado
mensaje rechazado — mensaje rechazado

# What such a report says.
## bounce_text
no se pudo entregar — no se pudo entregar

# Subjects of automatic replies of people who are away.
## absence_subject
respuesta autom[aá]tica — respuesta automática: catálogo
fuera de (la )?oficina — fuera de oficina

# How to leave a mailing list.
## unsubscribe
darse de baja — darse de baja
cancelar (la|su|tu) suscripci[oó]n — cancelar la suscripcion
`;
