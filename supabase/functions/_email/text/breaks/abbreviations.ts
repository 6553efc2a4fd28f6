/**
 * Words with a full stop that ends no sentence, and words that sentences begin with. Lower case,
 * without the last full stop.
 */

/** In front of a name: the sentence always goes on. */
export const TITLES = toSet(`
  mr mrs ms messrs dr drs prof profa lt capt sgt sen gov
  hr fr frl dipl ing lic sr sra srta sres sras dña d mme mlle mmes mm
  sig sigg dott avv arch geom egr spett dhr mevr mw exmo exma dra drª
  e.g i.e z.b d.h p.ej p.ex p.es c.-à-d z.hd t.a.v i.d.r o.ä u.ä s.o s.u vs cf vgl cfr
`);

/** In front of a number: the sentence goes on where one follows. */
export const NUMBERED = toSet(`
  kr no nos nr nrs núm num nº n fig figs vol vols art arts sec secs ch p pp pg pgs pág págs pag pagg
  blz s tel tél tlf tfno fon fax mob ext apt ste rm max min est approx aprox ca rd ref réf rif
  qty ver rev abs kap cap par zi ziff hausnr jan feb mar apr jun jul aug sep sept oct nov dec
`);

/** Behind a name, or at the end of a list: the sentence may end. */
export const CLOSERS = toSet(`
  corp inc co ltd llc bros plc cia cie assoc jr esq etc usw ecc enz osv a.m p.m am pm
  s.a s.l s.r.l s.p.a b.v n.v e.v a.s u.s u.k d.c u.n ltda
`);

/** Shortened words: the sentence goes on, unless the next word is one that begins sentences. */
export const SHORTENED = toSet(`
  acct addr amt appt assn asst attn avg ave bldg blvd cert ctr dept dist div
  edn encl eq esp excl freq govt hwy incl info intl mfg mgmt mgr misc mkt mtg mts
  natl orig perm ph pkg pkgs poss ppl pref prev prob pt qtr recd reqd req resp sched
  specs subj tech univ wk wks yr mo mos
  allg bspw bzgl bzw einschl evtl exkl geb gegr gem ggf ggü inkl insb jährl mind mtl sog tägl
  urspr vorauss wg zzgl zzt abt fa zz u.a v.a u.u z.t z.zt i.d i.a
  apdo atte av avda ej depto dpto excmo gral izq dcha pza teléf ud uds vd aprox
  bd boul chap éd hab arrdt ets qté
  cod fatt gg prot v.le l.go p.zza
  bijv d.w.z evt i.p.v i.v.m jl m.b.t o.a t.b.v t.o.v
  obs fls bl
`);

/** Words of their own as well: the sentence goes on only where a small letter follows. */
export const ALSO_WORDS = toSet(`
  all cat cont diff env equip exec fin hrs mins proc prod secs spec std str tech temp
`);

/** Where one of them follows with a capital letter, a sentence begins. */
export const BEGINNINGS = toSet(`
  i you we he she it they the this that these those if please my our your their his her its a an
  and but so or can could will would should may might do does did is are was were have has had
  there here no not yes when where what who why how which as at in on for from with to by after
  before since until once let thanks thank any all both each some most many also however
  therefore meanwhile finally then now today tomorrow per because while although just only even
  more further additionally attached enclosed see note call send give i'm i'll i've i'd we're
  we'll we've you're you'll it's that's there's he's she's they're let's don't what's
  ich wir sie er es bitte das die der den dem ein eine wenn und aber oder können könnten könnte
  wann was wer wie warum für mit am im an auf bei nach seit vielen danke falls da dies diese dieser
  ihr ihre unser unsere mein meine nein ja es gibt leider
  je nous vous il elle ils elles le la les un une ce cet cette ces merci pouvez pourriez si et mais
  dans pour avec votre notre mon ma
  el los las una por usted ustedes nosotros gracias pero para con se les su nuestro
  lo gli per ma grazie potete può il suo
  ik wij u je het de een dit dat als en maar kunt kun wilt graag bedankt uw onze
  o os as um uma mas em com obrigado obrigada pode seu sua
`);

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
