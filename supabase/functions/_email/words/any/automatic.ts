/**
 * Words of further languages in emails that a program or a mailing list sent. How they are written:
 * `text/word_table.ts`.
 */
export const ANY_AUTOMATIC = String.raw`
# Subjects of automatic replies of people who are away.
## absence_subject
# French
r[eé]ponse automatique|message d'absence — réponse automatique : votre commande
absente?(\(e\))? (du|de mon) bureau|absence du bureau — absent du bureau jusqu'au 4 mai
# Italian
(risposta automatica|fuori (sede|ufficio)|assente dall'ufficio) — risposta automatica: preventivo
# Portuguese
(resposta autom[aá]tica|fora do escritório|ausente do escritório) — resposta automática: proposta
# Dutch
(automatisch antwoord|afwezig(heid)?|niet aanwezig|afwezigheidsassistent) — afwezig: uw bestelling
# Swedish
(automatiskt svar|autosvar|frånvarande|frånvaro(meddelande)?|ej på kontoret) — frånvarande: anna
# Danish, Norwegian
(automatisk svar|autosvar|fraværende|fravær(sbesked|smelding)?|ikke til stede) — automatisk svar:
ikke på kontoret — ikke på kontoret før mandag
# Finnish
(automaattinen vastaus|poissa(olo)?|poissa toimistosta|poissaoloviesti) — automaattinen vastaus: ana
# Polish
(automatyczna odpowiedź|autoodpowiedź|poza biurem|nieobecn(y|a|ość)) — automatyczna odpowiedź:
# Czech, Slovak
(automatická odpověď|automatická odpoveď|mimo kancelář) — automatická odpověď
(nepřítomen|nepřítomnost) — nepřítomen
# Hungarian
(automatikus válasz|házon kívül|nem vagyok az irodában) — automatikus válasz: ajánlat
# Romanian
(răspuns automat|raspuns automat|absent din birou|în concediu) — răspuns automat: oferta
# Turkish
(otomatik yanıt|otomatik cevap|ofis dışında) — otomatik yanıt: teklif
# Croatian, Slovenian
(automatski odgovor|samodejni odgovor|izvan ureda|odsoten|odsotna) — automatski odgovor: ponuda
# Estonian, Latvian, Lithuanian
(automaatvastus|automātiska atbilde|automatinis atsakymas) — automaatvastus: pakkumine
# Russian, Ukrainian, Bulgarian, Greek
(автоматический ответ|автоответ|нет на месте|в отпуске) — автоматический ответ: заказ
(автоматична відповідь|автовідповідь|автоматичен отговор) — автоматична відповідь: заказ
(αυτόματη απάντηση|εκτός γραφείου) — αυτόματη απάντηση: προσφορά
# Chinese, Japanese, Korean
(自动回复|自動回覆|自動応答|自動返信|자동 회신|부재중) — 自动回复: 报价

# The sender is away.
## absence_text
(je suis|actuellement) (absente?|en congés?|en vacances) — je suis absent
absente? (du|de mon) bureau — absent du bureau
(sono|sarò) (assente|in ferie|fuori (sede|ufficio)) — sono in ferie fino a lunedì
(estou|estarei) (ausente|de férias|fora do escritório) — estou de férias até segunda
(ik ben|momenteel) (~12 ){0,2}(afwezig|met vakantie|op vakantie) — ik ben afwezig tot maandag
(är|jag är) (~12 ){0,2}(frånvarande|på semester|föräldraledig) — jag är på semester
(jeg er|er) (~12 ){0,2}(fraværende|på ferie|ikke på kontoret) — jeg er på ferie
(olen) (~12 ){0,2}(poissa|lomalla) — olen lomalla maanantaihin asti
(jestem|przebywam) (~12 ){0,2}(nieobecn[ya]|na urlopie|poza biurem) — jestem na urlopie
(jsem|budu) (~12 ){0,2}(mimo kancelář|na dovolené|nepřítom~2-4) — jsem na dovolené

# What absence notes go on with.
## absence_end
(à mon retour|en mon absence|en cas d'urgence|de retour) — je répondrai à mon retour
(al mio (rientro|ritorno)|in mia assenza|per urgenze) — risponderò al mio rientro
(no meu regresso|na minha ausência|em caso de urgência|regresso) — respondo no meu regresso
(bij terugkomst|terug op|in dringende gevallen|voor dringende|tijdens mijn) — ik ben terug op 4 mei
(åter|tillbaka|vid brådskande|akuta ärenden|kontakta) — jag är tillbaka den 4 maj
(tilbake|tilbage|kontakt|ved hastesaker) — jeg er tilbage den 4. maj
(palaan|kiireellisissä|ottakaa yhteyttä) — palaan maanantaina
(wracam|po powrocie|w pilnych sprawach|proszę o kontakt) — w pilnych sprawach proszę dzwonić
(vrátím se|po návratu|v naléhavých) — vrátím se v pondělí

# How to leave a mailing list.
## unsubscribe
se d[eé]sinscrire|d[eé]sabonner — pour se désinscrire, cliquez ici
ne souhaitez plus recevoir (ce|nos|cette) — si vous ne souhaitez plus recevoir ce courrier
(annulla|cancella)(re)? (l'|la )?iscrizione|disiscri~2-6 — per annullare l'iscrizione clicca qui
cancelar (a )?(subscrição|inscrição|assinatura) — para cancelar a subscrição clique aqui
(afmelden|uitschrijven) (voor|van) — afmelden voor deze nieuwsbrief
avregistrera|avprenumerera|avsluta prenumeration~1-2 — avregistrera dig här
(meld|melde) (deg|dig) (av|fra)|afmeld nyhedsbrev~0-3 — afmeld nyhedsbrev her
(wypisz|zrezygnuj) (się|z)|odhlásit (se|odběr) — wypisz się z listy
`;
