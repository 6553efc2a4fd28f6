/** Portuguese words and phrases of greetings. How they are written: `text/word_table.ts`. */
export const PORTUGUESE_LETTERS = String.raw`
@ola = olá|ola|oi|bom dia|boa tarde|boa noite|car[oa]s?|prezad[oa]s?|exm[oa]s?\.?|estimad[oa]s?
@ola = querid[oa]s?
@ola = viva|ilm[oa]s?\.?|excelentíssim[oa]s?

# Greets or thanks, and tells nothing of what the email is about.
## greeting
@ola(,? [^.?]{0,60})?[,!:]?$ — bom dia, ana:
@ola,? (tudo bem|como vai|como está|pessoal|tudo bom)[^.]{0,20}$ — olá, tudo bem?
(muito )?obrigad[oa]( (por|pela|pelo|pelas) [^.?]{0,60})?[.!]?$ — obrigado pelas flores
(espero|esperamos) que (esteja|estejam|este e-?mail|tudo) — espero que esteja bem

# A legal notice that is the same in every email.
## disclaimer
(recebeu|recebido|receber) (~12 ){0,4}por (engano|erro) — se recebeu esta mensagem por engano
(destinatário|destinatária) (indicad[oa]|pretendid[oa]|a quem) — se não for o destinatário indicado
(mensagem|e-?mail|informações) (~12 ){0,5}(confidencial|confidenciais) — mensagem confidencial
(mensagem|e-?mail|informações) (~12 ){0,5}sigilos[oa]s? — mensagem sigiloso
(informação|conteúdo) (~12 ){0,5}(confidencial|confidenciais) — informação confidencial
(informação|conteúdo) (~12 ){0,5}sigilos[oa]s? — informação sigiloso
não clique — não clique em ligações

# Begins what cannot be understood without the sentence before it.
## ^fragment
(e|mas|ou|então|depois|além disso|por isso|senão|portanto|aliás)\b — e a outra também
(no entanto|porém|por exemplo|contudo|em vez disso|de fa(c)?to)\b — no entanto, chove
(nesse caso|um[a]? del[ae]s|finalmente)\b — nesse caso vamos na terça
(isto|isso|este|esta|esse|essa|aquilo) (foi|era|será|tem|vai)\b — isto foi a segunda vez

# Stands for what the subject or another sentence names.
## pointing
isso|isto|aquilo|el[ea]s?|del[ea]s? — preciso disso, mande isso hoje
(est|ess)[ea]s?(?! (manhã|tarde|noite|semana|mês|ano)) — este orçamento serve
anex[oa]s?|em anexo|abaixo|acima|mesm[oa]s?|ambos|ambas|novamente|de novo — a lista vai em anexo

# Begins what was before, why the sender writes, or that a letter is handed on.
## ^background
há (\d{1,2}|um|uma|dois|duas|três|algumas) (dias?|semanas?|m[eê]s|meses|anos?)\b — há dois meses
(ontem|a semana passada|no mês passado|recentemente)\b — ontem estivemos lá
(espero|esperamos) que (tenha|tenham) (passado|tido) — espero que tenha passado umas boas férias
(conhecemo-nos|encontrámo-nos|nos conhecemos) (na|no|em)\b — conhecemo-nos na feira
(reencaminho|encaminho)(-lhe)? (o que|a carta)\b — reencaminho o que a cliente escreveu
(aqui|abaixo) (está|vai|segue) (o que|a carta)\b — aqui está o que a cliente escreveu

# Begins what has nothing to do with the matter.
## ^by_the_way
a propósito,|já agora|por falar nisso — já agora, feliz aniversário

# Begins what holds only in a case.
## ^condition
(se|caso|senão)\b — se não for vosso, avisem

# What mailings say of themselves.
## footer
cancelar (a|sua|a sua) (subscrição|inscrição|assinatura) — para cancelar a subscrição
descadastr~1-6|política de privacidade — a nossa política de privacidade
(recebe|recebeu|você recebe) est[ea] — recebe este email como sócio
no (seu )?navegador|versão online — veja no seu navegador

# Begins what hands something over.
## ^presents
(em anexo|segue|seguem|anexo|junto envio|aqui (está|estão|vai|vão))\b — em anexo a lista
(envio|enviamos|mando|mandamos)\b — envio a planta

# Begins what is there for whoever wants to look.
## ^to_look
para (ver|consultar|acompanhar|ler|conhecer|saber) — para acompanhar o pedido
`;
