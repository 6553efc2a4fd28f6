/**
 * Words of many languages in emails that a program or a mailing list sent. Subjects are too short
 * to tell their language, so those of every language but English are here. How they are written:
 * `text/word_table.ts`.
 */
export const ANY_AUTOMATIC = String.raw`
# Subjects of reports about emails that could not be delivered.
## bounce_subject
# German, Spanish
(un|nicht )zustellbar — unzustellbar: ihre bestellung
zustellung (fehlgeschlagen|nicht m[oö]glich) — zustellung fehlgeschlagen: rechnung 2210
no se (ha podido|pudo) entregar|(no entregado|mensaje rechazado) — no se pudo entregar su mensaje
# French, Italian, Portuguese, Dutch
(échec|echec) de (la )?(remise|distribution|livraison)|non remis|non distribuable — échec de remise
mancat[oa] (recapito|consegna)|messaggio non (recapitato|consegnato) — mancato recapito: ordine
(falha|erro) (na|de) entrega|não (foi )?entregue|mensagem devolvida — falha na entrega
(niet|kan niet worden) (bezorgd|afgeleverd)|onbestelbaar — niet bezorgd: uw factuur
# Scandinavian, Finnish
(kunde inte|kunne ikke|kan ikke) leveres|olevererbart|inte levererat — kunne ikke leveres
ei (voitu )?toimitettu|toimitus epäonnistui — toimitus epäonnistui
# Slavic, Hungarian, Romanian, Turkish
(nie|nelze|nepodařilo se) (dostarczono|doručit) — nie dostarczono
niedostarcz(one|ona|alne)|nedoručen[oéa] — niedostarczone
(kézbesítési hiba|nem kézbesíthető)|livrare eșuată — kézbesítési hiba
teslim edilemedi|isporuka nije uspjela — teslim edilemedi

# Subjects of automatic replies of people who are away.
## absence_subject
# German
automatische (antwort|abwesenheitsnotiz) — automatische antwort: ihre anfrage
abwesenheits(notiz|assistent|meldung)|abwesend|abwesenheit — abwesenheitsnotiz: zurück am montag
(nicht|außer) (im|dem) (buro|büro|haus)e?|außer haus|im urlaub bis — nicht im büro
# Spanish
respuesta autom[aá]tica|ausente|ausencia — respuesta automática: su pedido
fuera de (la )?oficina|de vacaciones (hasta|del) — fuera de la oficina hasta el lunes
# French
r[eé]ponse automatique|message d'absence — réponse automatique : votre commande
absente?(\(e\))? (du|de mon) bureau|absence (du|de) bureau — absent du bureau jusqu'au 4 mai
absente?(\(e\))? jusqu'(au|à)|^absence$|en congés? (du|jusqu'au) — absente jusqu'au 24 août
# Italian
(risposta automatica|fuori (sede|ufficio)|assente (dall'ufficio|fino)) — risposta automatica
assenza (dall'ufficio|per ferie)|in ferie (fino|dal) — assenza dall'ufficio
# Portuguese
(resposta autom[aá]tica|fora do escrit[oó]rio|ausente (do escrit[oó]rio|até)) — resposta automatica
aus[eê]ncia (por|do|tempor[aá]ria)|de f[eé]rias até — ausência por férias
# Dutch
(automatisch (antwoord|bericht)|afwezig(heid)?) — afwezig: uw bestelling
(niet aanwezig|afwezigheidsassistent) — niet aanwezig
buiten kantoor|ik ben er (even )?niet|met (vakantie|verlof) (tot|van) — ik ben er even niet
# Swedish
(automatiskt svar|autosvar|frånvarande|frånvaro(meddelande)?|ej på kontoret) — frånvarande: anna
på semester (till|fram)|inte på kontoret — på semester till måndag
# Danish, Norwegian
(automatisk svar|autosvar|fraværende|fravær(sbesked|smelding)?|ikke til stede) — automatisk svar:
ikke på kontoret|på ferie (til|frem)|ute av kontoret — ikke på kontoret før mandag
# Icelandic, Finnish
sjálfvirkt svar|ekki við — sjálfvirkt svar
(automaattinen vastaus|poissa(olo)?|poissa toimistosta|poissaoloviesti) — automaattinen vastaus: ana
# Polish
(automatyczna odpowiedź|autoodpowiedź|poza biurem|nieobecn(y|a|ość)) — automatyczna odpowiedź:
na urlopie do — na urlopie do poniedziałku
# Czech, Slovak
(automatická odpověď|automatická odpoveď|mimo kancelář|mimo kancelárie) — automatická odpověď
(nepřítomen|nepřítomnost|neprítomnosť|na dovolené|na dovolenke) — nepřítomen
# Hungarian
(automatikus válasz|házon kívül|nem vagyok az irodában|szabadságon) — automatikus válasz: ajánlat
# Romanian
(răspuns automat|raspuns automat|absent din birou|în concediu|in concediu) — răspuns automat: oferta
# Turkish
(otomatik yanıt|otomatik cevap|ofis dışında|izindeyim) — otomatik yanıt: teklif
# Croatian, Serbian, Slovenian
(automatski odgovor|samodejni odgovor|izvan ureda|odsoten|odsotna|odsutan) — automatski odgovor
# Catalan
resposta autom[aà]tica|fora de l'oficina — resposta automàtica: comanda
# Estonian, Latvian, Lithuanian
(automaatvastus|automātiska atbilde|automatinis atsakymas) — automaatvastus: pakkumine
# Russian, Ukrainian, Bulgarian, Greek
(автоматический ответ|автоответ|нет на месте|в отпуске) — автоматический ответ: заказ
(автоматична відповідь|автовідповідь|автоматичен отговор) — автоматична відповідь: заказ
(αυτόματη απάντηση|εκτός γραφείου) — αυτόματη απάντηση: προσφορά
# Chinese, Japanese, Korean, Arabic, Hebrew
(自动回复|自動回覆|自動応答|自動返信|不在通知|자동 회신|자동 응답|부재중) — 自动回复: 报价
(رد تلقائي|خارج المكتب|תשובה אוטומטית|מחוץ למשרד) — رد تلقائي

# The sender is away, in languages without tables of their own.
## absence_text
(är|jag är) (~12 ){0,2}(frånvarande|på semester|föräldraledig|bortrest|ledig) — jag är på semester
(jeg er|er) (~12 ){0,2}(fraværende|på ferie|ikke på kontoret) — jeg er på ferie
(jeg er|er) (~12 ){0,2}(bortrejst|bortreist|ute av kontoret) — jeg er bortrejst
(olen) (~12 ){0,2}(poissa|lomalla|matkalla) — olen lomalla maanantaihin asti
(jestem|przebywam|będę) (~12 ){0,2}(nieobecn[ya]|na urlopie|poza biurem) — jestem na urlopie
(jsem|budu|som) (~12 ){0,2}(mimo kancelář|na dovolen(é|ke)) — jsem na dovolené
(jsem|budu|som) (~12 ){0,2}(nepřítomen|nepřítomna|neprítomn[ýá]) — jsem nepřítomen
(szabadságon vagyok|nem vagyok az irodában|házon kívül vagyok|távol vagyok) — szabadságon vagyok
(sunt|voi fi) (~12 ){0,2}(în concediu|in concediu|plecat|absent)|nu sunt la birou — sunt în concediu
(izindeyim|ofis dışındayım|yıllık izinde|tatildeyim|ofiste değilim) — yıllık izindeyim
(na godišnjem|izvan ureda|odsutan sam|odsutna sam|na dopustu|sem odsoten|sem odsotna) — na godišnjem
(sóc|estic|estaré) (~12 ){0,2}(fora de l'oficina|de vacances|absent) — estic de vacances
(нахожусь в отпуске|я в отпуске|буду отсутствовать|отсутствую|нет в офисе) — нахожусь в отпуске
(у відпустці|відсутн(ій|я)|немає в офісі|в отпуск съм|извън офиса) — я у відпустці до понеділка
(είμαι σε άδεια|εκτός γραφείου|απουσιάζω|θα απουσιάσω) — είμαι σε άδεια
(休假|不在办公室|出差|外出中|休暇|不在にして|不在です|휴가|부재중|자리를 비) — 我正在休假
(في إجازة|خارج المكتب|בחופשה|מחוץ למשרד) — أنا في إجازة

# What absence notes go on with.
## absence_end
(åter|tillbaka|vid brådskande|akuta ärenden|kontakta) — jag är tillbaka den 4 maj
(tilbake|tilbage|kontakt|ved hastesaker|ved hast|svarer) — jeg er tilbage den 4. maj
(palaan|kiireellisissä|ottakaa yhteyttä|vastaan) — palaan maanantaina
(wracam|po powrocie|w pilnych sprawach|proszę o kontakt|do dnia) — w pilnych sprawach proszę dzwonić
(w sprawach pilnych|proszę kontaktować) — w sprawach pilnych proszę dzwonić
(vrátím se|po návratu|v naléhavých|vrátim sa|kontaktujte|obraťte se) — vrátím se v pondělí
(visszatérek|sürgős esetben|visszatérésem után|keresse|ig vagyok) — sürgős esetben keresse anát
(revin|mă întorc|ma intorc|pentru urgențe|până la|pana la|contactați) — pentru urgențe sunați
(döneceğim|dönüşümde|acil durumlarda|tarihine kadar|iletişime) — acil durumlarda arayın
(vraćam se|po povratku|za hitne|obratite se|vrnem se|nujnih) — za hitne slučajeve nazovite
(tornaré|fins al|urgències|contacteu) — tornaré dilluns
(вернусь|по возвращении|срочным вопросам) — вернусь в понедельник
(обращайтесь|до \d|повернуся|звертайтеся|връщам се) — обращайтесь
(επιστρέφω|επιστρέψω|επιστροφή|επείγοντα|επικοινωνήστε|μέχρι) — επιστρέφω τη δευτέρα
(回来|返回|回复|如有|紧急|请联系|戻り|まで|緊急|ご連絡|복귀|돌아|긴급|연락) — 如有急事请联系
(أعود|العودة|للضرورة|حتى|אחזור|דחופ|עד) — أعود يوم الأحد

# How to leave a mailing list.
## unsubscribe
avregistrera|avprenumerera|avsluta prenumeration(en)? — avregistrera dig här
(meld|melde) (deg|dig) (av|fra)|afmeld nyhedsbrev(et)? — afmeld nyhedsbrev her
(wypisz|wypisać|zrezygnuj|zrezygnować) (się|z)|odhlásit (se|odběr)|odhlásiť sa — wypisz się z listy
peruuta (uutiskirje|tilaus)|leiratkoz(ás|om) — peruuta tilaus
dezabonare|abonelikten çık|odjavi(te)? se — dezabonare
(отписаться|відписатися|απεγγραφή|退订|配信停止|수신거부|إلغاء الاشتراك) — отписаться от рассылки
`;
