import type { Field } from "../../english/model/fields.ts";

/** The same fields in Dutch. */
export const DUTCH_FIELDS: Readonly<Record<Field, string>> = {
  greet: "hallo hoi dag beste geachte goedemorgen goedemiddag goedenavond goedendag lieve ha hee",
  thank: "bedankt dank dankjewel dankuwel dankbaar bedank*",
  please: "alstublieft alsjeblieft aub svp graag gelieve verzoek*",
  may: "kan kunt kunnen kun zou zouden zoudt mag mogen wilt wil",
  want: "wil willen graag nodig zoek zoeken behoefte wens* interesse belangstelling hoop " +
    "hopen liever denken overwegen",
  buy: "kopen koop bestel* prijs prijzen kosten kost tarief offerte korting voorraad " +
    "levering lever* leverbaar aantal monster* catalogus stuk stuks huur huren meter " +
    "liter kilo personen hoeveel levertijd aankoop* inkoop* inkopen afnemen afname " +
    "bestelling* offerte* aanvraag* verzend* pallet* dozen karton* bestelbus*",
  sell: "aanbod aanbied* aanbieding voorstel voorstellen geldig contract voorwaarden " +
    "inclusief exclusief btw vast vaste honorarium aanbetaling getekend teken* concept " +
    "bedrag garantie totaal verkoopt pakket* tarief contracten abonnement* kwartaal* " +
    "tekening*",
  pitch: "klanten bedrijven oplossing* platform bespar* verhog* omzet demo proef website " +
    "bezoeken leads",
  meet: "afspreken afspraak vergadering bezoek langskomen langs bellen belletje agenda koffie " +
    "lunch komen kom bekijken verzet* verplaats* vervroegd passen spreken overleg zien " +
    "teams telefonisch* terugbel* langskomt inspectie* keuring workshop*",
  suit: "schikt uitkomt uit past vrij gelegen beschikbaar liever beter mogelijk",
  day: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag morgen vandaag vanavond " +
    "vanochtend overmorgen ochtend middag avond week weekend maand morgenochtend " +
    "morgenmiddag",
  clock: "uur half kwart minuten middernacht",
  broken: "kapot stuk storing* fout fouten vast vastgelopen loopt blokkeert uitgevallen lekt lek " +
    "piept knippert werkt doet reageert start geeft hangt crasht stil ligt geblokkeerd springt " +
    "valt klemt rammelt kraakt hapert komt schuift defect* kapotte stukgegaan begeven begeeft " +
    "uitval* vastlop* vastgelop* vastgezet vastzit bevroren bevriest traag trager langzamer " +
    "haperen hapering stottert trilt brom bromt zoemt piepen krakend knarst ratelt rammel* " +
    "schuurt sleept fluit sist gilt lekken lekkage* druppelt oververhit* overbelast doorgebrand " +
    "gesprongen barst gebarsten breekt brekt afgebroken afbreekt geklemd blokkeer* " +
    "buitengesloten geweigerd weigert afgewezen mislukt* mislukken faalt falen ongeldig verlopen " +
    "gewist overschreven onbereikbaar onleesbaar wazig vervormd onderbroken verbroken verbreekt " +
    "weggevallen wegvalt kortsluiting stroomstoring panne stilstand stilstaat uitgegaan knipper* " +
    "herstart* afslaat afgeslagen doorgeslagen wiebelt wankel zakt koelt",
  device: "wachtwoord account scherm app programma software update versie browser printer router " +
    "netwerk wifi server knop menu instelling* machine ketel sensor pomp kassa terminal tablet " +
    "telefoon toestel apparaat systeem portaal bestand kabel accu batterij robot kookplaat " +
    "slagboom compressor kalender wasmachine* vaatwasser* afwasmachine* droger* koelkast* " +
    "vriezer* diepvries* koelcel* koeling oven fornuis kookplaat* magnetron* koffiemachin* " +
    "koffiezetapp* waterkoker frituur* afzuigkap* radiator* verwarming* cv ketels warmtepomp* " +
    "airco* ventilatie* ventilator* generator* omvormer* zonnepanelen klep kleppen kraan kranen " +
    "toilet* wc spoelbak wastafel* douche* afvoer* riool* buis buizen goot dakgoot plafond " +
    "vloer* tegels ruit deuren deurbel deurklink klink scharnier* hek rolluik* zonwering luik " +
    "roltrap* trapleuning leuning lamp* verlichting stopcontact* stekker* schakelaar* zekering* " +
    "stroom elektra elektriciteit bedrading intercom badge* pasje kaartlezer* draaihek " +
    "alarmsyst* rookmelder* beamer* projector* monitor* toetsenbord headset* microfoon* " +
    "luidspreker* webcam oplader* lader dongle laptop* pc kopieer* fax versnipper* toner schijf " +
    "modem netwerk* vpn firewall database* backup* module* koppeling* script macro* cloud " +
    "mailbox inlog* gebruikersnaam token* link formulier knoppen servers toestellen apparaten " +
    "bestelbus* aanhanger remmen wielen voorruit uitlaat koplamp* bumper heftruck* hijskraan " +
    "zaag mixer",
  help: "hulp helpen help hoe uitleg* handleiding stappen oplossen verhelpen ondersteuning " +
    "helpdesk",
  harm: "brand rook gas overstrom* water gevaar gevaarlijk gewond* ziekenhuis noodgeval vonken " +
    "brandweer ontruim* alarm ontploff* vlam vlammen smeul* schroei* verbrand* brandwond* " +
    "elektrocut* dampen giftig* vergiftig* koolmonoxide chemisch* gelekt lekkage* besmet* " +
    "infectie* uitbraak asbest schimmel riskant onveilig* ongeval* ongelukken botsing* " +
    "aanrijding* kneuzing* bewusteloos flauwgevallen duizelig* misselijk* overgeven uitslag " +
    "zwelling gezwollen opgezwollen pijnlijk bezeerd verstuikt verstikk* astma allerg* onwel " +
    "diarree hoest* benauwd symptom* hulpdienst* inbreker* ingebroken vandalisme dreig* " +
    "aanranding pesten gepest uitgegleden gestruikeld bliksem onweer glad vorst waterschade* " +
    "doorweekt waterschade",
  lack: "niet geen nooit niemand niets zonder ontbreekt ontbreken mist kwijt laat vertraging " +
    "verkeerd verkeerde leeg noch nog weer alweer steeds helaas jammer telkens derde tweede " +
    "beloofd al sinds ontbrak ontbrekend* afwezig* mislopen tekort* schaars onvoldoende " +
    "onvolledig* onjuist* incorrect* onnauwkeurig onafgewerkt onopgelost onbeantwoord " +
    "onbehandeld onbezet onderbezet onderbezetting ongeopend ongelezen onbezorgd overtollig " +
    "dubbele tweemaal driemaal vierde vijfde herhaaldelijk meermaals meermalen voortdurend " +
    "continu geenszins evenmin foute foutief foutieve omgewisseld verwisseld vergist abuis " +
    "zoekgeraakt uitverkocht achterstand* achterstallig vertraagd verzuimd",
  damage: "beschadigd gebarsten gescheurd bekrast gedeukt nat schimmel koud vies vuil vlek* krom " +
    "gebroken verrot bedorven los stinkt versleten krassen scheur roest ruikt scheef beschadig* " +
    "vernield vernieling* kapotte kapotgemaakt verbrijzeld versplinterd splinter* barst barsten " +
    "scheuren gescheurde doorboord lekgeprikt verpletterd ingedeukt deuk deuken gekreukt " +
    "verbogen gebogen verdraaid vervormd opgezwollen opgezet slijtage verbleekt vervaagd " +
    "verkleurd dof aangetast verroest roest* beschimmeld* muf ranzig verwelkt aangebrand " +
    "verkoold lauw ontdooid gesmolten doorweekt kletsnat vochtig bevlekt stoffig vettig kleverig " +
    "kras blaren broos",
  bad: "slechtste vreselijk schandalig slecht belachelijk waardeloos teleurgesteld " +
    "teleurstell* boos woedend beu moe onaanvaardbaar onacceptabel smoes* excuses ramp " +
    "klacht* lawaai irrita* slechter afschuwelijk* afgrijselijk erbarmelijk* beroerd " +
    "belabberd abominabel ellendig* rampzalig* rampen dramatisch* fiasco chaotisch* " +
    "knoeiwerk prutswerk geklungel geknoei slordig* nalatig* amateuristisch " +
    "onprofessioneel incompetent* onbekwaam ondermaats minderwaardi* onvoldoende " +
    "ontevreden* onvriendelij* onbeleefd* onbeschoft* brutaal arrogant neerbuigend " +
    "respectloos agressief geschreeuwd uitgescholden schelden beledig* genegeerd negeer* " +
    "voorgelogen misleid* afzetterij onrechtvaardig onredelijk* discrimin* ontoelaatbaar " +
    "onverantwoor* schandelijk* ongehoord* verontwaardigd verbijsterd frustr* ergernis " +
    "ergerlijk woest ziedend furieus farce",
  redress: "terugbetal* vergoed* vervang* ruilen geld tegoed creditnota schadevergoeding " +
    "herstel* klacht annuleer* opzeg* advocaat kosteloos opnieuw terugbetaald teruggave " +
    "terugkrijgen terugstort* teruggestort restitutie* retour* terugsturen teruggestuurd " +
    "terugbrengen terugnemen omruil* omgeruild ruiling tegoedbon* korting* compens* " +
    "gecompenseerd schadeclaim* goedmaken rechtzet* rechtgezet reparatie* repareer* " +
    "gerepareerd correctie* gecorrigeerd betwist* herroep* annulering* opgezegd ontbind* " +
    "vervanger hersteld vervang",
  praise: "heerlijk geweldig prachtig uitstekend perfect lekker tevreden blij gelukkig aardig " +
    "vriendelijk top bravo gefeliciteerd mooi mooie genoten complimenten aanrader beste " +
    "prima engel fijn magnifiek voortreffeli* uitmuntend* excellent* subliem " +
    "onberispelijk vlekkeloos* foutloos keurig* verzorgd smakelijk* zalig* verrukkelijk* " +
    "overheerlijk lekkerste goddelijk aangename gastvrij* attent attente voorkomend " +
    "vakkundig* deskundig* bekwaam stipt* vlot vlotte soepel* topper blije soepel",
  opinion: "mening feedback ervaring eerlijk eigenlijk beetje wel indruk vond vonden beviel " +
    "suggestie kritiek jammer cijfer meningen oprecht* gemiddeld opmerking*",
  partner: "partner* samen samenwerk* commissie delen helft beide beiden wederzijds gezamenlijk " +
    "ruilen klantenkring procent dealer verdeler netwerk* doorverw* aanbreng* " +
    "groothandel*",
  acquaint: "voorstel* nieuw nieuwe opvolg* overgenomen neemt aanspreekpunt kennis kennen leren " +
    "heet naam cc contact collega verantwoordelijk kennismak* voorganger* overdracht* " +
    "gestart",
  remind: "herinner* nog steeds wacht* antwoord gehoord terug weken geleden beloofd openstaand* " +
    "openstaat vorige laatste eerder navraag nagevraagd opvolg* wederom reeds meermaals " +
    "onlangs recent verstreken verlopen dusver vooralsnog onbeantwoord afwacht* " +
    "gereageerd geantwoord",
  settle: "ja akkoord bevestig* ontvangen aangekomen prima gedaan geregeld ok oké staat " +
    "genoteerd afgesproken betaald binnen goedgekeurd ondertekend afgerond voltooid " +
    "verholpen hersteld verstuurd verzonden afgeleverd bevestiging*",
  inform: "informatie info meld* mededeling bijlage bijgevoegd gesloten sluit verhuiz* wijzig* " +
    "verandert kennisgeving verslag notulen bon memo samenvatting doorgestuurd " +
    "openingstijden archief laten gemeld aankondig* nieuwsbrief* verhuizing* overname " +
    "omleiding*",
  future: "zal zullen gaan ga volgende binnenkort",
  past: "was waren had hadden werd is heeft kwam kwamen zei gedaan",
  pay: "factuur facturen betaal* betaling overmak* bank saldo vervaldatum bedrag bon " +
    "rekening voldaan aanbetal* termijn* openstaand* afgeschreven afschrijv* stort* " +
    "gestort btw",
  ask: "vraag vragen vroeg weten of welke wat wanneer waar wie hoe hoeveel waarom mogelijk " +
    "toegestaan verschil benieuwd geldt",
  send: "stuur* sturen zend* teken* invul* controleer* breng* laat leg zet print* druk* " +
    "verwijder* wijzig* reserveer* annuleer* bel bellen bevestig* maak haal geef doe verbeter* " +
    "zorg kijk noem verstuur* versturen verstuurd opsturen opgestuurd toesturen toegestuurd " +
    "doorsturen doorgestuurd terugsturen teruggestuurd verzend* verzonden bezorgen indienen " +
    "ingediend aanlever* aangeleverd overhandig* mail mailen gemaild appen sms faxen inleveren " +
    "ingeleverd vullen ingevuld onderteken* ondertekend getekend check checken gecheckt nakijk* " +
    "nagekeken bekeken doorlezen doorgelezen doornemen vergelijk* verifieer* verifiëren verwerk* " +
    "bewerk* aanpass* aangepast bijwerk* bijgewerkt actualiseer* aanvullen aangevuld toevoeg* " +
    "toegevoegd voeg schrap* geschrapt weghalen wis wissen gewijzigd corrigeer* corrigeren " +
    "gecorrigeerd herschrijv* herschreven opstel* opgesteld opmaken opgemaakt voorbereiden " +
    "samenvat* samengevat vertalen afdrukken afgedrukt geprint kopieer* kopiëren gekopieerd scan " +
    "scannen gescand archiveren gearchiveerd opberg* opslaan opgeslagen upload* geüpload " +
    "download* gedownload installeer* installeren geïnstalleerd instellen ingesteld activeer* " +
    "activeren geactiveerd deactiveer* blokkeer* ontgrendel* reset resetten gereset uitzetten " +
    "aanzetten uitdelen toewijz* toegewezen inkopen ophaal* opgehaald afhaal* afhalen afgehaald " +
    "meebreng* afgeven afgegeven geleverd uitpakken laad uitladen opgeruimd poets* gepoetst " +
    "dweil* bijvullen bijgevuld klaarzet* klaargezet afbreken monteren repareer* vervang " +
    "omwisselen inplannen ingepland afstem* tekening* bevestiging*",
  private: "mam mama pap papa oma opa verjaardag taart eten kinderen feest vakantie tante oom " +
    "neef hond kat tuin sleutel sleutels school bruiloft buren kus knuffel baby man vrouw " +
    "zoon dochter schoonvader schoonzus zwager liefs crèche juf",
  work: "personeel team chauffeurs klanten gasten kinderen patiënten huurders bewoners " +
    "bezoekers medewerkers collega's medewerk* werknemer* technicus monteur* ingenieur* " +
    "loodgieter* elektricien* aannemer* schoonmaak* verpleg*",
  hurry: "spoed dringend meteen direct onmiddellijk vandaag nu snel haast uiterlijk zsm spoed* " +
    "dringende urgent* asap snelst* vlug prompt tijdig deadline* uiterste vervalt " +
    "verloopt acuut",
  calm: "haast rustig gerust wanneer tijd gelegenheid ontspannen relax* flexibel soepel " +
    "willekeurig optioneel vrijblijvend spoed",
  wait: "antwoord reactie hoor horen laat weten reageren",
  decide: "beslis* besluit* goedkeur* tekent bestuur baas eigenaar directeur directie man vrouw " +
    "gemeente stem* raad vereniging hoofd evalu* machtig* gemachtigd volmacht* wethouder*",
  chance: "verbouw* openen opening uitbreid* filiaal project evenement bruiloft congres seizoen " +
    "nieuw bouw verhuizing* inricht* herinricht*",
  must: "moet moeten moest moesten hoeft hoeven dient dienen nodig geacht voorwaarden eis",
  trouble: "probleem* problemen moeilijk* fout fouten vergissing* storing* defect* mankement* " +
    "gebrek gebreken schade* klacht* reclamatie* misverstand* miscommunica* verwarring " +
    "verwissel* vertraging* achterstand* uitval* crash* onderbreking* stremming* incident* " +
    "voorval* ongeval* ongeluk* ongelukken pech panne tegenslag* tegenvaller* conflict* geschil* " +
    "ruzie* onenigheid afwijking* tekort* lacune* obstakel* hinder hinderlijk hindert hindernis* " +
    "uitdaging* bezorgdheid crisis noodgeval* drama chaos warboel puinhoop rommel overlast* " +
    "ongemak* gedoe gezeur kwestie* lek lekkage* waterschade breuk barst* scheur* deuk* vlek* " +
    "schimmel* verstopping* blokkade* bug bugs kwetsbaarheid zwakte* risico* gevaar gevaren " +
    "bedreiging* ziekte* letsel* blessure* inbraak* diefstal* fraude* verlies crasht barst " +
    "noodgeval schimmel vertraging verwisseld scheur barsten scheuren deuk deuken klacht " +
    "schadeclaim*",
  paper: "contract* overeenkomst* rapport* verslag* memo nota concept* ontwerp* rekenblad* " +
    "tabel* formulier* brief brieven factuur* facturen kopie* afschrift* tekening* plan " +
    "plannen dia's agenda* uitnodiging* certificaat* attest* bewijs* bewijzen " +
    "bevestiging* document* papier* bestand* bijlage* map mappen dossier* folder* " +
    "catalogus handboek* handleiding* protocol* lijst* register* rooster* planning* foto* " +
    "scan opname* voorstel* offerte* begroting* order bestelling* bon bonnetje* aangifte* " +
    "vergunning* paspoort* rijbewijs polis* akte* volmacht* recept offerte voorstel " +
    "voorstellen contract concept contracten agenda bestand formulier handleiding bijlage " +
    "verslag factuur",
  count: "twee drie vier vijf zes zeven acht negen tien elf twaalf vijftien twintig dertig " +
    "veertig vijftig zestig honderd paar",
  rough: "ongeveer circa rond zo'n bijna",
  month: "januari februari maart april mei juni juli augustus september oktober november " +
    "december voorjaar zomer* najaar winter* seizoen kerst* pasen",
  span: "jaren jaar maanden dagen sinds tot lang geleden toen altijd",
  somebody: "iemand wie niemand iedereen",
  person: "man vrouw heer dame jongen meisje chauffeur ober verpleeg* meester juf bezorger " +
    "verkoopster monteur",
  speak: "zei zegt gezegd schreef geschreven gebeld belde gesproken vertelde verteld noemde",
  plant: "klep lift poort slagboom tank compressor motor leiding afvoer koelkast koelcel oven " +
    "kraan heftruck stroom elektriciteit zekering lijn",
  rescue: "brandweer politie ambulance spoed storingsdienst ziekenhuis bloed pijn hulpdiensten",
  place: "hier buiten binnen beneden boven sta staan zit vloer erf zaal hal straat hoek kelder " +
    "muur deur dak keuken gang",
  parcel: "pakket* levering geleverd pallet pallets zending bezorgd verzonden koerier doos dozen",
  tried: "geprobeerd schoongemaakt gewisseld gecontroleerd vervangen herstart geïnstalleerd " +
    "veranderd uitgezet",
  display: "toont verschijnt geeft melding bericht brandt springt draait opent komt telt",
  compare: "beter dan te meer minder liever genoeg heel zo veel erg",
  demand: "verwacht verwachten eis sta recht verzoek",
  because: "omdat daarom maar want terwijl toch ondanks",
  document:
    "pagina's document* rapport verslag dia's handboek brief brieven lijst formulier tabel " +
    "concept kopie versie papier artikel boek tekst stukken",
  code: "server code veld gebruiker*",
  legal: "rechtbank wet toestemming vergunning beleid regel licentie zitting bezwaar huur* " +
    "gemeente",
  peers: "collega's leden leerlingen ouders buren vrijwilligers groep afdeling klas ploeg",
  idea: "idee voorstel* misschien zouden stel gedacht suggestie",
  skill: "opleiding ervaring gewerkt talen geboren familiebedrijf",
  condition: "als anders geval",
  loss: "verliezen verlies boete missen vervalt kost kwijt",
  stuck: "wachten staat stil rij vast stilstand ligt",
  social: "gefeliciteerd succes haha grappig gelachen lachen feest film liedje dansen",
  travel: "hotel kaartje* paspoort station reis visum grens boeking kamer",
  absent: "vakantie verlof ziek afwezig vervang* pensioen begrafenis",
  number: "nummer klantnummer referentie",
  ready: "begin begint start gestart klaar afgerond einde eindigt eind verder rest voltooid",
  look: "zien ziet zag gezien kijken kijkt gekeken vinden vindt gevonden lijkt schijnt",
  sums: "euro cent contant cheque bedrag totaal procent btw",
  know: "weet weten wist begrijp begrepen geloof denk denken gehoord vergeten zeker",
  me: "ik mij me mijn m'n",
  we: "wij we ons onze",
  you: "u uw jij je jou jouw jullie",
  they: "hij zij ze hen hun hem haar",
};
