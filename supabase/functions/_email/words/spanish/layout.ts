/**
 * Spanish words around what an email says: header names of quoted emails, closing words,
 * signatures and legal notices. How they are written: `text/word_table.ts`.
 */
export const SPANISH_LAYOUT = String.raw`
## from
de|remitente — de: ana ruiz
## to
para|destinatario — para: tom lind
## cc
copia|con copia — con copia: tom lind
## date
fecha|enviado|enviado el|fecha de envío — enviado el: lunes, 3 de mayo
## subject
asunto — asunto: dos puertas nuevas
## reply-to
responder a — responder a: ana ruiz

## ^closing$
(un |muchos |cordiales |atentos )?(cordial )?saludos?( cordial(es)?)? — un saludo, ana
atentamente|atte — atentamente, ana ruiz
(muchas |mil )?gracias( de antemano| por todo)? — muchas gracias, ana
un (fuerte )?abrazo|abrazos|quedo a la espera — un fuerte abrazo

## device_line
enviado (desde|con) — enviado desde mi iphone

## role
directora?|gerente|jef[ea]|responsable|propietari[oa] — jefa de compras
abogad[oa]|ingenier[oa]|consultora?|asesora? — abogada

## department
departamento|ventas|compras — departamento de ventas

## organization
s\.?a|s\.?l|s\.?l\.?u — panadería ruiz s.l.
universidad|instituto|fundación|asociación — fundación ruiz

## legal_secret
confidencial(es)? — este correo es confidencial
## legal_recipient
destinatari[oa]s? — solo para el destinatario
## legal_duty
notif[ií]que|elimine — por favor, elimine este correo
## legal_mistake
por error — si lo ha recibido por error
## legal_ban
prohibid[oa] — está prohibida su copia
## legal_this
este — este mensaje es confidencial
## legal_email
correo|mensaje — este correo es confidencial

## forward_note
(para|a) (su|tu) (información|informacion|conocimiento)|pti — para su información
ver abajo|véase abajo|reenviado|como hablamos|adjunto — ver abajo
((te|os|se) lo )?(paso|reenvío) — te lo reenvío

## reply_mark
(por favor,? )?(escriba|responda)( su respuesta)? (por )?encima de — responda por encima de esto

## form_name
nombre|tu nombre|su nombre|nombre completo|apellidos|de|remitente — nombre: ana ruiz
## form_email
correo|correo electrónico|email|tu correo|e-mail — correo electrónico: ana@x.example
## form_phone
teléfono|telefono|móvil|tu teléfono — teléfono: 912 345 678
## form_message
mensaje|tu mensaje|su mensaje|comentarios|comentario|consulta — mensaje: hola
## form_end
este (mensaje|correo) (ha sido|fue|se ha) enviado — este mensaje ha sido enviado desde la web
## form_receipt
^(su|tu)|confirmación|factura|bienvenid[oa] — su pedido 4711
## form_other
asunto|empresa|dirección|ciudad|país|fecha — asunto: dos puertas

## calendar_title
(invitaci[oó]n|convocatoria)( actualizada)?( con nota)? — invitación: cosecha
## calendar_time
cu[aá]ndo — cuándo: lunes a las 9
## no_subject
(sin|ning[uú]n) asunto — (sin asunto)
`;
