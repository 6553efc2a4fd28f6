/** Spanish words and phrases that show questions. How they are written: `text/word_table.ts`. */
export const SPANISH_QUESTIONS = String.raw`
@saber = saber|preguntar(le|les|te|os)?|díga(me|nos)|dime|avís[ea](me|nos)|indíque(me|nos)|pregunto
@saber = dinos|díganme|díganos|me diga|me digas|me digan|nos diga|nos digan|avísen(me|nos)
@saber = confírmame|decidme|decidnos|decirme|decirnos|me dijera(is|n)?|nos dijera(is|n)?
@saber = me decís|me diréis|nos decís|contame|contadme|conteste|contéstame|contésteme
@antes = antes|hoy|mañana|ahora|esta|este|por|el|en|cuando
@si = si|cuándo|cuánto|qué|quién|cómo|dónde|cuál|a cuál|hasta cuándo
@saber = cuénte(me|nos)|cuéntame|cuéntanos|cuénten(me|nos)|confírme(me|nos)|confírmen(me|nos)
@saber = indíquen(me|nos)|indícame|platícame|aclár(eme|enos|ame)|queda claro|ver

# A question without a question mark.
## indirect
@saber (también |hoy |ya )?(si|cuándo|cuánto|qué|quién|cómo|dónde|cuál) — quería saber cuánto cuesta
@saber @antes (~10 )?(~10 )?(~10 )?(~10 )?(~10 )?@si — dígame antes del viernes si le sirve
dígamelo|díganmelo|dímelo — si le encaja, dígamelo
(confirme[ns]?|confirma) (su|tu) (asistencia|presencia) — confirme su asistencia

# Nobody waits for an answer to these.
## rhetorical
qu[eé] tal( todo| est[aá]s?)? ?\?$ — hola, ¿qué tal?
cómo (está|estás|están|va todo)( usted(es)?| todos?)? ?\?$ — ¿cómo está usted?
quién lo diría — llegó a tiempo, quién lo diría
quién lo iba a decir — quién lo iba a decir
qué (hay|puede haber) (mejor|más ~3-9) que — ¿qué hay mejor que la lluvia?
quién (iba|podía|habría) (a )?(pensar|imaginar|pensado) — ¿quién iba a pensar en él?

# Begins what a sender answers to a question of their own.
## ^own_answer
porque |muy (sencillo|fácil)|nada de eso|nadie — porque llovió
(sí|no|claro|exacto)[,.!] — sí, salió bien
`;
