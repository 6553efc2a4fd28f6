/** Words that every text of a language is full of, whatever it is about. */
import { TELLING_WORDS } from "./telling_words.ts";

/** The most frequent words first: their places are their weights. */
const WORDS: Readonly<Record<string, string>> = {
  en: "the of and to a in i is you that it he was for on are as with his they at be this " +
    "have from or had by " +
    "not what all were we when your can said there use an each which she do how their if " +
    "will up other " +
    "about out many then them these so some her would make like him into time has look " +
    "more go see no " +
    "way could my than been who its now did get come made may please thanks i'll i'm don't " +
    "won't it's " +
    "monday tuesday wednesday thursday friday saturday sunday week month year days hours " +
    "day want was said " +
    "me us our should just any before after between since until next last back let's " +
    "meeting what's " +
    "january february march april may june july august september october november december " +
    "call meeting",
  de: "der die das und ist nicht sie wir ich mit für auf ein eine zu dem den bitte haben " +
    "noch wird uns auch " +
    "von im sich des als es an werden aus er hat dass daß nach bei einer um am sind wie " +
    "einem über einen " +
    "so zum war nur oder aber vor zur bis mehr durch man sein wurde wenn können ihr ihre " +
    "ihnen mir mich " +
    "montag dienstag mittwoch donnerstag freitag samstag sonntag woche monat jahr tage " +
    "wochen immer " +
    "kann werde bin sehr hier seit zwischen uhr wann gibt heute morgen gestern vielen dank grüße " +
    "januar februar märz april mai juni juli august september oktober november dezember " +
    "jeden jede treffen",
  es: "de la que el en y a los se del las un por con no una su para es al lo como o nos " +
    "hemos gracias está del lo le al como " +
    "más pero sus ya o este sí porque esta entre cuando muy sin sobre también me hasta hay " +
    "donde quien " +
    "desde todo durante uno ni contra otros ese eso ante ellos antes algunos qué unos yo " +
    "otro otras tengo " +
    "a o e semana mes dentro antes días días hora horas lunes martes miércoles jueves " +
    "viernes sábado domingo la " +
    "estoy ha han fue son era ser tiene hace hoy mañana ayer próximo próxima volveré " +
    "estaré fuera año " +
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre " +
    "diciembre millones dólares reunión voy mis",
  fr: "le la les de des et un une du en est que qui dans pour pas sur plus ce ne se au aux " +
    "par avec son sa " +
    "ses il elle nous vous je on ils sont être avoir mais ou où leur leurs cette ces tout " +
    "été fait comme " +
    "ont était très bien aussi même sans entre après avant depuis jusqu'à votre vos notre " +
    "nos mon ma mes " +
    "a à qu lundi mardi mercredi jeudi vendredi samedi dimanche quand heures mois année semaine " +
    "suis serai reviendrai demain hier aujourd'hui merci bonjour d'un d'une c'est j'ai " +
    "n'est qu'il l'on " +
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre " +
    "rendez réunion",
  it: "il lo la i gli le di e un una che non è per in con del della dei delle degli sono si " +
    "da al alla ai " +
    "come più ma anche ha hanno questo questa nel nella sul sulla dal dalla se ci ne mi ti " +
    "vi suo sua " +
    "loro cui quando dove chi era stato essere fra tra ho abbiamo oggi domani ieri sarò " +
    "tornerò prossimo " +
    "a o settimane lunedì martedì mercoledì giovedì venerdì sabato domenica dell nell all " +
    "costa solo " +
    "prossima scorso scorsa grazie ogni fino dopo prima anni anno mese settimana " +
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre " +
    "dicembre euro riunione",
  pt: "o a os as de e do da dos das que não em um uma para com por no na nos nas se é mais " +
    "como mas foi ao " +
    "ele ela seu sua ou ser quando muito há já está eu também só pelo pela até isso entre " +
    "era depois sem " +
    "mesmo aos ter seus quem me esse eles estão você tinha foram essa num nem suas meu às " +
    "minha têm numa " +
    "a o e segunda terça quarta quinta sexta feira sábado domingo dois duas três horas " +
    "vou estarei voltarei hoje amanhã ontem próximo próxima obrigado obrigada dia semana mês " +
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro " +
    "dezembro mil reunião",
  nl: "de het een en van ik te dat die in is niet op aan met als voor er maar om hem zou of " +
    "wat mijn men dit " +
    "zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben " +
    "deze u want nog " +
    "zal zij nu ben was geen omdat iets worden toch al waren veel meer doen toen moet kan " +
    "hun onder dus " +
    "na laat misschien kunnen week maand jaar uur dagen weken maandag dinsdag woensdag " +
    "donderdag vrijdag zaterdag " +
    "alles zijn wordt we wij jullie uw graag bedankt vandaag morgen gisteren volgende " +
    "vorige ga kom terug " +
    "januari februari maart april mei juni juli augustus september oktober november " +
    "december afspraak mensen",
  sv: "och att det i en som är på för av med den till inte har om ett jag men var sig från " +
    "vi så kan när år " +
    "under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade " +
    "alla andra mycket " +
    "mer över bara blir upp även vad få två vill ha tack hej imorgon idag",
  da: "og at det i en som er på til af for med den ikke har jeg der de var et fra vi om så " +
    "kan men når år " +
    "også efter eller nu sin hvor ved skal ville kommer ud får være havde alle andre meget " +
    "mere over kun " +
    "bliver op hvad to vil tak hej imorgen dag du hvis",
  no: "og at det i en som er på til av for med den ikke har jeg der de var et fra vi om så " +
    "kan men når år " +
    "også etter eller nå sin hvor ved skal ville kommer ut får være hadde alle andre mye " +
    "mer over bare " +
    "blir opp hva to vil takk hei imorgen dag du hvis",
  fi: "ja on ei se että oli hän mutta ovat kun niin myös tai jos sen olla mitä voi ole minä " +
    "sinä me te he ennen " +
    "jälkeen tämä kiitos hyvää päivää uuden meille teille voisitteko terveisin huomenna tänään",
  cs: "a je se na v že to s z do o i k za pro ale jako po tak jsem by jsou má jak být který " +
    "která nebo při až už " +
    "děkuji prosím dobrý den zítra dnes nám vám",
  tr: "ve bir bu için de da ile çok daha gibi olarak ne o var ama ben sen biz siz en kadar " +
    "sonra her şey değil " +
    "teşekkürler merhaba lütfen yarın bugün bize",
  ro: "și în de la cu nu pe un o este că a din pentru mai care sunt se ca să au fost dar vă " +
    "ne prin după mâine " +
    "astăzi mulțumesc bună ziua",
  hu: "a az és hogy nem is egy ez meg de csak van mint már még volt ha el kell vagy nagyon " +
    "ezt azt minden köszönöm " +
    "kérem jó napot holnap ma nekünk",
  pl: "i w nie na z do to się że jest o jak po co ale tak za od ja ten są czy dla już przez " +
    "być był tylko " +
    "może oraz ma tym jego które który która przy jeszcze bardzo proszę dziękuję dzień dobry jutro",
  la:
    "et sed non nec in vel ut ac sit amet eget quis id ante eu at nunc mauris ipsum lorem dolor " +
    "sem orci turpis metus lectus ex ligula",
};

/** Languages that the rules know. Their words are read first, those of others when these fail. */
export const KNOWN: readonly string[] = ["en", "de", "es", "fr", "it", "nl", "pt"];

/**
 * What a word is worth for each language that has it: by turns the language's place in a list, and
 * the weight.
 */
type Weights = ReadonlyMap<string, readonly number[]>;
let knownWeights: Weights | null = null;
let otherWeights: Weights | null = null;

/** What a telling word is worth at least, and the last of the frequent ones. */
const TELLING_WEIGHT = 1;
const LEAST_WEIGHT = 0.2;

/** Share of the most frequent word in a text, and of a word that is in no list. */
const TOP_SHARE = 0.07;
const RARE_SHARE = 0.000_4;

/**
 * How much the words of a text, each counted once, speak for each language that the rules know: the
 * sum of the logarithms (base 10) of how much more often each word is in it than a rare one. Shares
 * follow the place in the lists (Zipf's law).
 */
export function weighKnownWords(words: ReadonlySet<string>): Map<string, number> {
  return weigh(words, knownWeights ??= indexWords(KNOWN), KNOWN);
}

/** The same as sums by place in `KNOWN`, for every sentence. */
export function sumKnownWeights(words: ReadonlySet<string>): Float64Array {
  const index = knownWeights ??= indexWords(KNOWN);
  const sums = new Float64Array(KNOWN.length);
  for (const word of words) {
    const weights = index.get(word);
    if (weights === undefined) continue;
    for (let at = 0; at < weights.length; at += 2) {
      const place = weights[at] ?? 0;
      sums[place] = (sums[place] ?? 0) + (weights[at + 1] ?? 0);
    }
  }
  return sums;
}

/** The same for the other languages. */
export function weighOtherWords(words: ReadonlySet<string>): Map<string, number> {
  return weigh(words, otherWeights ??= indexWords(OTHERS), OTHERS);
}

function weigh(
  words: ReadonlySet<string>,
  index: Weights,
  languages: readonly string[],
): Map<string, number> {
  const sums = new Float64Array(languages.length);
  const order: number[] = [];
  for (const word of words) {
    const own = index.get(word);
    if (own === undefined) continue;
    for (let at = 0; at < own.length; at += 2) {
      const place = own[at] ?? 0;
      if (!order.includes(place)) order.push(place);
      sums[place] = (sums[place] ?? 0) + (own[at + 1] ?? 0);
    }
  }
  const weights = new Map<string, number>();
  for (const place of order) weights.set(languages[place] ?? "", sums[place] ?? 0);
  return weights;
}

/** How many words of a list are in nearly every text. */
const FREQUENT_WORDS = 70;
let frequent: ReadonlySet<string> | null = null;

/** Whether a word is in nearly every text of a language that the rules know. */
export function isFrequent(word: string): boolean {
  frequent ??= new Set(
    KNOWN.flatMap((language) => (WORDS[language] ?? "").split(" ").slice(0, FREQUENT_WORDS)),
  );
  return frequent.has(word);
}

/** Languages that are told by their words, in the order of their lists. */
const OTHERS = Object.keys(TELLING_WORDS).filter((language) => !KNOWN.includes(language));

function indexWords(languages: readonly string[]): Weights {
  const index = new Map<string, number[]>();
  for (const [place, language] of languages.entries()) {
    const tells = new Set((TELLING_WORDS[language] ?? "").split(" "));
    const add = (word: string, weight: number) => {
      const known = index.get(word);
      if (known === undefined) index.set(word, [place, weight]);
      else known.push(place, weight);
    };
    let rank = 2;
    for (const word of new Set((WORDS[language] ?? "").split(" "))) {
      const weight = Math.max(LEAST_WEIGHT, Math.log10(TOP_SHARE / rank++ / RARE_SHARE));
      add(word, tells.delete(word) ? Math.max(weight, TELLING_WEIGHT) : weight);
    }
    for (const word of tells) add(word, TELLING_WEIGHT);
  }
  return index;
}
