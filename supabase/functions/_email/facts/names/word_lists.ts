/** How the words around names are written down, a language each. */

/** Words of one language, in lower case with spaces between them. */
export interface NameLists {
  /** Before a surname: `mr`. They are not part of the name. */
  readonly titles: string;
  /** What somebody is: `director`. */
  readonly roles: string;
  /** Ends of such words where a language joins words: `leiter` of `vertriebsleiter`. */
  readonly roleEndings: string;
  /** Phrases with bars between them after which a person comes: `my name is`. */
  readonly introductions: string;
  /** Between a person and their organization: `of`. */
  readonly at: string;
  /** Phrases with bars between them after which an organization comes: `i work for`. */
  readonly employers: string;
  /** Before the name of an organization: `company`. */
  readonly companies: string;
  /** Capitalized at the beginning of a sentence or always, and never a name: `monday`. */
  readonly no: string;
  /** Parts of titles and products, but not of people's names: `report`. */
  readonly common: string;
}
