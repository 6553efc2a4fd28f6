/** Letters, doubles and endings that one language writes and its neighbours do not. */

/** Each hit is a little evidence; folded text in, one expression a language. */
const SPELLINGS: Readonly<Record<string, RegExp>> = {
  en: /th|wh|sh|ck|ght|ing\b|ee|oo|ea|tion|ould|\by|ly\b|ew\b|ow\b|ed\b|ness\b|'[stm]\b/g,
  de: /ß|ä|ö|ü|sch|ung\b|keit\b|cht|tz|pf|\bge|eit|zw|\bver|chen\b/g,
  es:
    /ñ|¿|¡|ción|ciones|dad\b|[íéáóú]s?\b|\bll|ie[rnst]|ue[drnst]|mente\b|amos\b|ó\b|illa|ieron\b/g,
  fr: /ç|è|ê|û|œ|à|eau|oi[rst]|eux|ez\b|aux\b|ment\b|\b[dlnjs]'|qu'|ée?s?\b|ouv|ette|eur/g,
  it: new RegExp(
    String.raw`zion|zz|gli|cch|gg|ità\b|[òùì]\b|ghi|sci|tt[aeio]\b|\b(?:de|ne|a)ll'|mente\b|` +
      String.raw`ndo\b|iamo\b|cc[aeio]`,
    "g",
  ),
  pt: /ã|õ|ção|ções|lh|nh|dade\b|ç|ê|â|mente\b|aria\b|emos\b|\bpel|ei\b|ou\b|ss[ao]/g,
  nl:
    /ij|aa|uu|oo[gnpr]\b|ee[nrtl]|oe[nkr]|sch|lijk|\bge|\bver|ui[tk]|cht|auw|ouw|euw|eeks?\b|ijk/g,
  sv: /å|ä|ö|sk[aä]|ck|och|tt\b|igt\b|ning/g,
  da: /æ|ø|å|\bhv|lig\b|ede\b/g,
  no: /æ|ø|å|\bhv|kk|ikk|lig|tt\b|ene\b/g,
  fi: /ää|yy|ll[aä]\b|ss[aä]\b|st[aä]\b|aa|ii|uu|kk|nen\b/g,
  cs: /ř|ě|ů|č|š|ž/g,
  sk: /ľ|ť|ô|ä|č|š|ž/g,
  sl: /č|š|ž/g,
  hr: /ć|đ|č|š|ž|[ln]j/g,
  tr: /ğ|ı|ş|ler\b|lar\b|yor/g,
  ro: /ă|ș|ț/g,
  hu: /ő|ű|gy\b|sz|nak\b|nek\b/g,
  pl: /ł|ą|ę|ś|ż|ź|ć|ń|sz|cz|rz|dz|ów\b|owa|ie\b/g,
};

/** Shares of the hits by language, from 0 to 1; a language without any is left out. */
export function weighSpelling(text: string): Map<string, number> {
  const hits = new Map<string, number>();
  let all = 0;
  for (const [language, spelling] of Object.entries(SPELLINGS)) {
    const count = text.match(spelling)?.length ?? 0;
    if (count === 0) continue;
    hits.set(language, count);
    all += count;
  }
  for (const [language, count] of hits) hits.set(language, count / all);
  return hits;
}
