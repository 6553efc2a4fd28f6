import type { Field } from "../../english/model/fields.ts";

/** The same fields in Dutch. */
export const DUTCH_FIELDS: Readonly<Record<Field, string>> = {
  greet: "hallo hoi dag beste geachte goedemorgen goedemiddag goedenavond goedendag lieve ha hee",
  thank: "bedankt dank dankjewel dankuwel dankbaar bedank*",
  please: "alstublieft alsjeblieft aub svp graag gelieve verzoek*",
  may: "kan kunt kunnen kun zou zouden zoudt mag mogen wilt wil",
  want: "wil willen graag nodig zoek zoeken behoefte wens* interesse belangstelling hoop hopen " +
    "liever denken overwegen",
  buy: "kopen koop bestel* prijs prijzen kosten kost tarief offerte korting voorraad levering " +
    "lever* leverbaar aantal monster* catalogus stuk stuks huur huren meter liter kilo " +
    "personen hoeveel levertijd",
  sell: "aanbod aanbied* aanbieding voorstel voorstellen geldig contract voorwaarden inclusief " +
    "exclusief btw vast vaste honorarium aanbetaling getekend teken* concept bedrag garantie " +
    "totaal",
  pitch:
    "klanten bedrijven oplossing* platform bespar* verhog* omzet demo proef website bezoeken " +
    "leads",
  meet: "afspreken afspraak vergadering bezoek langskomen langs bellen belletje agenda koffie " +
    "lunch komen kom bekijken verzet* verplaats* vervroegd passen spreken overleg zien",
  suit: "schikt uitkomt uit past vrij gelegen beschikbaar liever beter mogelijk",
  day: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag morgen vandaag vanavond " +
    "vanochtend overmorgen ochtend middag avond week weekend maand morgenochtend morgenmiddag",
  clock: "uur half kwart minuten middernacht",
  broken: "kapot stuk storing* fout fouten vast vastgelopen loopt blokkeert uitgevallen lekt lek " +
    "piept knippert werkt doet reageert start geeft hangt crasht stil ligt geblokkeerd " +
    "springt valt klemt rammelt kraakt hapert komt schuift",
  device: "wachtwoord account scherm app programma software update versie browser printer router " +
    "netwerk wifi server knop menu instelling* machine ketel sensor pomp kassa terminal " +
    "tablet telefoon toestel apparaat systeem portaal bestand kabel accu batterij robot " +
    "kookplaat slagboom compressor kalender",
  help: "hulp helpen help hoe uitleg* handleiding stappen oplossen verhelpen ondersteuning " +
    "helpdesk",
  harm: "brand rook gas overstrom* water gevaar gevaarlijk gewond* ziekenhuis noodgeval vonken " +
    "brandweer ontruim* alarm",
  lack: "niet geen nooit niemand niets zonder ontbreekt ontbreken mist kwijt laat vertraging " +
    "verkeerd verkeerde leeg noch nog weer alweer steeds helaas jammer telkens derde tweede " +
    "beloofd al sinds",
  damage: "beschadigd gebarsten gescheurd bekrast gedeukt nat schimmel koud vies vuil vlek* krom " +
    "gebroken verrot bedorven los stinkt versleten krassen scheur roest ruikt scheef",
  bad: "slechtste vreselijk schandalig slecht belachelijk waardeloos teleurgesteld teleurstell* " +
    "boos woedend beu moe onaanvaardbaar onacceptabel smoes* excuses ramp klacht* lawaai " +
    "irrita*",
  redress:
    "terugbetal* vergoed* vervang* ruilen geld tegoed creditnota schadevergoeding herstel* " +
    "klacht annuleer* opzeg* advocaat kosteloos opnieuw",
  praise: "heerlijk geweldig prachtig uitstekend perfect lekker tevreden blij gelukkig aardig " +
    "vriendelijk top bravo gefeliciteerd mooi mooie genoten complimenten aanrader beste prima " +
    "engel fijn",
  opinion: "mening feedback ervaring eerlijk eigenlijk beetje wel indruk vond vonden beviel " +
    "suggestie kritiek jammer cijfer",
  partner: "partner* samen samenwerk* commissie delen helft beide beiden wederzijds gezamenlijk " +
    "ruilen klantenkring procent dealer verdeler",
  acquaint:
    "voorstel* nieuw nieuwe opvolg* overgenomen neemt aanspreekpunt kennis kennen leren heet " +
    "naam cc contact collega verantwoordelijk",
  remind: "herinner* nog steeds wacht* antwoord gehoord terug weken geleden beloofd openstaand* " +
    "openstaat vorige laatste eerder",
  settle:
    "ja akkoord bevestig* ontvangen aangekomen prima gedaan geregeld ok oké staat genoteerd " +
    "afgesproken betaald binnen",
  inform: "informatie info meld* mededeling bijlage bijgevoegd gesloten sluit verhuiz* wijzig* " +
    "verandert kennisgeving verslag notulen bon memo samenvatting doorgestuurd openingstijden " +
    "archief laten",
  future: "zal zullen gaan ga volgende binnenkort",
  past: "was waren had hadden werd is heeft kwam kwamen zei gedaan",
  pay: "factuur facturen betaal* betaling overmak* bank saldo vervaldatum bedrag bon rekening",
  ask: "vraag vragen vroeg weten of welke wat wanneer waar wie hoe hoeveel waarom mogelijk " +
    "toegestaan verschil benieuwd geldt",
  send: "stuur* sturen zend* teken* invul* controleer* breng* laat leg zet print* druk* " +
    "verwijder* wijzig* reserveer* annuleer* bel bellen bevestig* maak haal geef doe " +
    "verbeter* zorg kijk noem",
  private:
    "mam mama pap papa oma opa verjaardag taart eten kinderen feest vakantie tante oom neef " +
    "hond kat tuin sleutel sleutels school bruiloft buren kus knuffel baby man vrouw zoon " +
    "dochter",
  work: "personeel team chauffeurs klanten gasten kinderen patiënten huurders bewoners bezoekers " +
    "medewerkers collega's",
  hurry: "spoed dringend meteen direct onmiddellijk vandaag nu snel haast uiterlijk zsm",
  calm: "haast rustig gerust wanneer tijd gelegenheid",
  wait: "antwoord reactie hoor horen laat weten reageren",
  decide: "beslis* besluit* goedkeur* tekent bestuur baas eigenaar directeur directie man vrouw " +
    "gemeente stem* raad vereniging hoofd",
  chance: "verbouw* openen opening uitbreid* filiaal project evenement bruiloft congres seizoen " +
    "nieuw bouw",
  me: "ik mij me mijn m'n",
  we: "wij we ons onze",
  you: "u uw jij je jou jouw jullie",
  they: "hij zij ze hen hun hem haar",
};
