/**
 * Words of further languages around what an email says: header names of quoted emails, closing
 * words and signatures. How they are written: `text/word_table.ts`.
 */
export const ANY_LAYOUT = String.raw`
@scandinavian = vänliga|bästa|vennlig|venlig|beste

## from
expediteur|expéditeur|da|mittente|remetente|afzender — da: ana ruiz
van|från|fra|avsändare|avsender|afsender|lähettäjä|keneltä — från: ana ruiz
od|feladó|de la|kimden|gönderen|saatja|nuo|no — od: ana ruiz
от|від|от кого|απο|από — от: ana ruiz
发件人|寄件者|寄件人|差出人|送信者|보낸 사람|발신|מאת|من — 发件人: ana ruiz
## to
destinataire|destinatário|à|a|per|aan|till|til — à: tom lind
vastaanottaja|kenelle|do|komu|címzett|către|catre — do: tom lind
kime|alıcı|za|prima|kam|kellele|кому|до|προς — kime: tom lind
收件人|收件者|宛先|받는 사람|수신|אל|إلى — 收件人: tom lind
## cc
copie|copie à|kopia|kopi|kopio|dw|do wiadomości — copie à: tom lind
másolatot kap|másolat|bilgi|копия|копія|κοιν|κοινοποίηση — bilgi: tom lind
抄送|副本|참조|עותק|نسخة — 抄送: tom lind
## date
message du|envoyé|envoyé le|date d'envoi — envoyé: lundi 3 mai
enviado em|enviada|enviada em|data|inviato|data invio — inviato: lunedì 3 maggio
verzonden|verzonden op|skickat|sendt|dato — verzonden: maandag 3 mei
päivämäärä|päiväys|lähetetty — lähetetty: maanantai 3.5.
wysłano|odesláno|odoslané|poslano|elküldve|küldve|dátum|küldés ideje — wysłano: 3 maja
trimis|tarih|gönderildi|gönderme tarihi|gönderilme tarihi — tarih: 3 mayıs
дата|отправлено|надіслано|изпратено|ημερομηνία|στάλθηκε|εστάλη — дата: 3 мая
发送时间|发送日期|日期|寄件日期|送信日時|日付|보낸 날짜|날짜 — 日期: 5月3日
נשלח|תאריך|التاريخ|تاريخ الإرسال — תאריך: 3.5.
## subject
objet|oggetto|assunto|onderwerp|ämne|emne|aihe|temat — objet: deux portes
předmět|predmet|tárgy|subiect|konu|teema|tema — konu: iki kapı
тема|относно|θέμα — тема: две двери
主题|主題|主旨|件名|제목|נושא|الموضوع — 件名: ドア
## reply-to
répondre à|rispondi a — répondre à: ana ruiz

## ^closing$
# Swedish, Norwegian, Danish
(med )?@scandinavian hilsen(er)? — med vennlig hilsen
(med )?(vänliga|bästa) hälsningar|mvh|hilsen|tack|takk|tak — med vänliga hälsningar
# Finnish
(ystävällisin )?terveisin|kiitos — ystävällisin terveisin
# Polish
pozdrawiam|(z )?pozdrowieniami|z poważaniem|dziękuję — z poważaniem
# Czech, Slovak
s (přátelským )?pozdravem|děkuji|s pozdravom — s pozdravem
# Hungarian, Romanian, Turkish
üdvözlettel|köszönettel — üdvözlettel, ana
cu stimă|mulțumesc — cu stimă, ana
saygılarımla|teşekkürler — saygılarımla, ana
# Russian, Ukrainian, Greek
с уважением|спасибо|з повагою|дякую|με εκτίμηση — с уважением, ana
# Chinese, Japanese, Korean
此致|谢谢|敬具|よろしくお願いします|감사합니다 — 谢谢! ana

## device_line
skickat från|sendt fra|lähetetty — skickat från min iphone
wysłan[eo] z|odesláno z|odoslané z|poslano z|elküldve|trimis de — wysłane z telefonu
отправлено (с|из)|надіслано з|изпратено от|στάλθηκε από — отправлено с телефона
发自我的|从我的|寄自 — 发自我的 iphone

# How such lines end.
## device_line_end
gönderildi — iphone'umdan gönderildi
から送信|에서 보냄|发送 — iphone から送信

## organization
ab|oy|as|a/s|aps — door ruiz ab

## forward_note
för kännedom|til info|til orientering|do wiadomości — för kännedom
для информации — для информации
tiedoksi|pro informaci|na vedomie|tájékoztatásul|spre informare|bilginize — tiedoksi
ご参考まで(に)?|下記参照|供参考|供您参考|请参阅|请见下文|참고하세요|참고 바랍니다 — 供参考

## form_name
namn|navn|imię — namn: ana ruiz
## form_email
e-post — e-post: ana@x.example
## form_message
meddelande|besked|wiadomość — meddelande: hej
`;
