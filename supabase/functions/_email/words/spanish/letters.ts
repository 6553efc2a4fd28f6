/** Spanish words and phrases of greetings. How they are written: `text/word_table.ts`. */
export const SPANISH_LETTERS = String.raw`
@hola = hola|estimad[oa]s?|buenos (días)|buenas (tardes)

# Greets or thanks, and tells nothing of what the email is about.
## greeting
@hola\b[^.?]{0,60}[,!:]?$ — buenos días, ana:
gracias — gracias por las flores

# A legal notice that is the same in every email.
## disclaimer
(recibido|recibe|recibió) (este|el) (correo|mensaje) por error — ha recibido este mensaje por error
no es (usted )?el destinatario — si no es usted el destinatario
(información|contenido) confidencial — contiene información confidencial
no haga clic — no haga clic en los enlaces

# Begins what cannot be understood without the sentence before it.
## ^fragment
(y|pero|o|entonces|además|si no|así que|por eso|después)\b — y la otra también
(sin embargo|por ejemplo|en cambio|por lo tanto|de hecho|asimismo)\b — sin embargo, no vino
(en ese caso|un[oa] de ell[oa]s|finalmente)\b — en ese caso vamos el martes
(esto|eso|este|ese|esta|esa) (es|fue|ha|era|será)\b — esto es la segunda vez

# Stands for what the subject or another sentence names.
## pointing
(esto|eso|ello|lo|la|los|las) (~3-12) — lo necesito mañana
(este|ese|esta|esa|adjunto|adjunta|abajo|arriba|también|mismo) — la lista va adjunta

# A heading above what the reader is to do.
## ^tasks
(tareas|pendientes|por hacer|acciones|próximos pasos|lo que necesit(o|amos)) — pendientes:

# The task is the sender's.
## ^my_task
(yo|nosotros|nosotras|mi)\b — yo: llamar al taller

# Begins what was before, why the sender writes, or that a letter is handed on.
## ^background
hace (\d{1,2}|un|una|dos|tres|unos|unas|varios) (días?|semanas?|mes(es)?|años?)\b — hace dos semanas
(ayer|anoche|el (lunes|martes|miércoles|jueves|viernes) pasado|últimamente)\b — ayer estuvimos
(espero|esperamos) que (haya|hayan|hayas) (pasado|tenido) — espero que haya pasado un buen día
nos (conocimos|vimos|encontramos) en\b — nos conocimos en la feria
(te|le|les|os) (reenvío|reenviamos|paso) (lo que|la carta)\b — le reenvío lo que escribió
(aquí|abajo) (está|va|tiene) (lo que|la carta)\b — aquí está lo que escribió la clienta

# Begins what has nothing to do with the matter.
## ^by_the_way
por cierto|a propósito — por cierto, feliz cumpleaños

# Begins what holds only in a case.
## ^condition
(si|en caso de|de lo contrario)\b — si no es suyo, avísenos

# What mailings say of themselves.
## footer
darse de baja|darte de baja|cancelar (la|su|tu) suscripción — para darse de baja, escriba
política de privacidad — lea nuestra política de privacidad
(recibe|recibes) este (correo|mensaje) — recibe este correo por ser cliente
en (su|tu|el) navegador|versión (web|en línea) — véalo en su navegador

# Begins what hands something over.
## ^presents
((te |le |os )?adjunt(o|amos)|aquí (está|están|va|van|tienes?))\b — adjunto la lista
(le|les|te|os) (envío|enviamos|mando|mandamos)\b — le envío el plano

# Begins what is there for whoever wants to look.
## ^to_look
para (ver|consultar|seguir|leer|conocer|saber|más información) — para ver su pedido
`;
