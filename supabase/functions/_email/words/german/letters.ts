/** German words and phrases of greetings. How they are written: `text/word_table.ts`. */
export const GERMAN_LETTERS = String.raw`
@guten = guten (tag|morgen|abend)|hallo|liebe[rs]?|sehr geehrte[rs]?

# Greets or thanks, and tells nothing of what the email is about.
## greeting
@guten\b[^.?]{0,60}[,!:]?$ — guten tag frau lind,
vielen dank|danke — vielen dank für die blumen

# A legal notice that is the same in every email.
## disclaimer
nicht der (richtige|beabsichtigte|vorgesehene) (adressat|empfänger) — nicht der richtige adressat
(irrtümlich|versehentlich) erhalten — wenn sie diese e-mail irrtümlich erhalten haben
(unerlaubte|unbefugte) (kopieren|weitergabe|weiterleitung|nutzung) — die unbefugte weitergabe
vertrauliche (und|oder|informationen) — diese e-mail enthält vertrauliche informationen
von extern|klicken sie (keine|nicht) — diese e-mail kommt von extern

# Begins what cannot be understood without the sentence before it.
## ^fragment
(und|aber|oder|dann|außerdem|sonst|deshalb|daher|danach|also)\b — und die andere auch
(das|dies|diese|dieser|er|sie|es) (ist|sind|war|waren|hat|haben|wird|geht|kommt)\b — das ist das
(deswegen|trotzdem|jedoch|allerdings|zudem|stattdessen|schließlich|darum)\b — trotzdem kommt er
(zum beispiel|in diesem fall|im gegenteil|eine[rs]? davon)\b — zum beispiel am montag
(falls|wenn) (keiner|nicht|das|es|er)\b|der (erste|zweite|dritte|andere)\b — falls keiner der tage

# Stands for what the subject or another sentence names.
## pointing
(er|es|ihn|ihm|sie(?! (bitte|mir|uns|uns bitte))) — er
(das (ist|war|wäre|geht)|dies|dazu|damit|dafür) — das ist
(davon|daran|darauf|darüber|dabei|beide|anbei|angehängt|beigefügt|unten|oben) — davon
(stattdessen|ebenfalls|wieder|diese[rsnm]?) — diese liste ist alt

# A heading above what the reader is to do.
## ^tasks
(noch )?(zu erledigen|offene punkte|aufgaben|to[- ]?dos?|nächste schritte) — zu erledigen:
(was (ich|wir) (noch )?(von (dir|ihnen|euch) )?(brauche|brauchen|benötigen))\b — was ich brauche

# The task is the sender's.
## ^my_task
(ich|wir|mein|uns)\b — ich: den kran bestellen

# Begins what was before, why the sender writes, or that a letter is handed on.
## ^background
(am|letzten|vorigen) ~6-10 (haben|hatten) (sie|wir|ich)\b — am samstag haben sie geliefert
(vor|seit) (\d{1,2}|zwei|drei|vier|einigen|wenigen) (tagen|wochen|monaten|jahren)\b — vor drei tagen
(gestern|letzte[nrs]?|vorige[nrs]?|neulich|kürzlich|damals|früher)\b — gestern waren wir dort
(ich hoffe|hoffentlich),? [^.]{0,50}\b(schön|erholsam|toll)~1-3 — hoffentlich waren es schöne tage
wir (haben|hatten) uns [^.]{0,80}(getroffen|kennengelernt)\b — wir haben uns dort getroffen
ich leite( ihnen| dir| euch)?( weiter)?,? was\b — ich leite ihnen weiter, was er schrieb
(hier|unten|anbei) (ist|steht|folgt),? (was|der brief)\b — unten steht, was unsere kundin schrieb

# Begins what has nothing to do with the matter.
## ^by_the_way
übrigens|nebenbei|ach ja — übrigens alles gute zum geburtstag

# Begins what holds only in a case.
## ^condition
(falls|wenn|sofern|sonst|andernfalls)\b — falls sie es nicht brauchen

# What mailings say of themselves.
## footer
abmelden|abbestellen|austragen|impressum — hier können sie den brief abbestellen
erhalten diese|diese (e-?mail|nachricht) (wurde|geht) — sie erhalten diese e-mail
im browser|(nicht )?(richtig|korrekt) (angezeigt|dargestellt) — hier im browser ansehen

# Begins what hands something over.
## ^presents
(anbei|beiliegend|im anhang|in der anlage|hier (ist|sind|kommt|kommen))\b — anbei der entwurf
(ich|wir) (schicke|sende|schicken|senden)\b — ich schicke ihnen die liste

# Begins what is there for whoever wants to look.
## ^to_look
um (~20 ){1,8}(einzusehen|abzurufen|zu (sehen|lesen|verfolgen)) — um den stand zu sehen
`;
