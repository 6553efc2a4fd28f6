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

# The sender is away.
## absence_text
(fuera de (la |mi )?oficina|de vacaciones|(estoy|está|estaré) de baja|ausente) — estoy de vacaciones

# What absence notes go on with.
## absence_end
(a mi (vuelta|regreso)|mientras tanto|en mi ausencia) — responderé a mi vuelta
(para|en caso de) (asuntos|temas|urgencias?) — para asuntos urgentes llame a ana
(hasta|vuelvo|volveré|regreso) (el|la) ~2-12 — hasta el lunes
sin acceso|no (tengo|tendré) acceso — no tendré acceso al correo
(puede|pueden) (contactar|escribir|dirigirse) — puede escribir a ana

# An address that nobody uses any more.
## address_gone
ya no (uso|utilizo|leo|reviso) est[ea] (correo|dirección|buzón|cuenta) — ya no uso esta dirección

# What a program says of an event.
## notice
(mensaje|correo) (generado )?autom[aá]tico — este es un mensaje automático
no responda a este (mensaje|correo) — por favor, no responda a este correo
gracias por su (pedido|compra|reserva|pago) — gracias por su pedido
su (pedido|reserva|envío|pago) (ha|fue|está|será) — su pedido ha salido

# Who is asked to approve something gets a notice, and no mailing.
## approval
pendiente de su (aprobación|autorización) — está pendiente de su aprobación
(aprobar|aceptar) o (rechazar|denegar) — puede aprobar o rechazar la solicitud

# How to leave a mailing list.
## unsubscribe
darse de baja — para darse de baja, pulse aquí
cancelar (la |su |tu )?suscripci[oó]n — aquí puede cancelar su suscripción
`;
