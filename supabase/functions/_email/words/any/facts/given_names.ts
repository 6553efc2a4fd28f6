/**
 * Given names that begin the name of a person, whatever the language around it is. Names that are
 * more often a common word (`Will`, `Hope`, `April`) are left out.
 */
const WRITTEN: Readonly<Record<string, string>> = {
  english: "aaron abby abigail adam adrian aidan alan albert alec alex alexander alexandra " +
    "alexis alfred alice alison allan allen allison amanda amelia amy andrea andrew andy " +
    "angela angus anita ann anna anne annie anthony archie arnold arthur ashley audrey " +
    "austin barbara barry beatrice becky belinda ben benjamin bernadette bernard bert " +
    "beth bethany betty beverly bill billy bob bobby bonnie brad bradley brandon brenda " +
    "brendan brett brian bridget bruce bryan caitlin caleb cameron carl carla carol " +
    "caroline carolyn carrie catherine cathy cecilia chad charles charlie charlotte " +
    "chelsea cheryl chloe chris christian christie christina christine christopher cindy " +
    "claire clara clare clark claudia clint clive colin colleen connie connor corey craig " +
    "curtis cynthia daisy dale damian dan dana daniel danielle danny darren darrell dave " +
    "david debbie deborah debra denise dennis derek diana diane dominic don donald donna " +
    "doris dorothy doug douglas duncan dustin dylan ed eddie edgar edith edmund edward " +
    "edwin eileen elaine eleanor eli elizabeth ella ellen ellie elliot elliott emily emma " +
    "eric erica erik erin ernest ethan eugene eva evan evelyn felicity felix fergus fiona " +
    "florence frances francis frank fred freddie frederick gail gareth gary gavin geoff " +
    "geoffrey george gerald geraldine gerard gillian gina gloria gordon grace graham greg " +
    "gregory gwen hannah harold harriet harry harvey hazel heather helen henry holly " +
    "howard hugh hugo ian imogen irene isaac isabel isabella isabelle isla ivan jack " +
    "jackie jacob jacqueline jake james jamie jan jane janet janice jasmine jason jay " +
    "jean jeff jeffrey jennifer jenny jeremy jerry jess jesse jessica jill jim jimmy jo " +
    "joan joanna joanne joe joel john johnny jon jonathan jordan joseph josephine josh " +
    "joshua joyce judith judy julia julian julie justin karen karl kate katherine " +
    "kathleen kathryn kathy katie kay keith kelly ken kenneth kerry kevin kieran kim " +
    "kimberly kirk kirsty kyle larry laura lauren laurence lawrence leah lee leo leon " +
    "leonard leroy leslie lewis liam lily linda lindsay lindsey lisa liz lloyd logan lois " +
    "lorna lorraine louis louise lucas lucy luke lydia lynn lynne mabel mae maggie " +
    "malcolm mandy marc marcia marcus margaret maria marian marianne marie marilyn marion " +
    "marjorie mark martha martin marvin mary matilda matt matthew maureen max maxine " +
    "megan melanie melissa melvin meredith mia michael michelle mick miguel mike mildred " +
    "millie miranda miriam mitchell molly monica morgan muriel nadia nancy naomi natalie " +
    "natasha nathan neil nell nicholas nick nicola nicole nigel nina noah noel nora norma " +
    "norman oliver olivia oscar owen pam pamela pat patricia patrick paul paula pauline " +
    "peggy penelope penny pete peter phil philip phillip phoebe phyllis poppy priscilla " +
    "rachel ralph randall randy ray raymond rebecca reginald rex rhys richard rick ricky " +
    "rita rob robert roberta robin rod rodney roger roland ron ronald ronnie rory " +
    "rosalind rosemary rosie ross roy rupert russell ruth ryan sally sam samantha samuel " +
    "sandra sara sarah scott sean sebastian shannon sharon shaun shawn sheila shelley " +
    "sherri shirley sid simon sonia sophia sophie stacey stacy stan stanley stella " +
    "stephanie stephen steve steven stewart stuart sue susan susannah suzanne sylvia " +
    "tamara tammy tanya tara ted teddy terence teresa terri terry tess theo theodore " +
    "theresa thomas tiffany tim timothy tina toby todd tom tommy toni tony tracey tracy " +
    "travis trevor tristan troy tyler valerie vanessa vera vernon veronica vicki vicky " +
    "victor victoria vincent virginia vivian wade walter wanda warren wayne wendy wesley " +
    "whitney wilfred william willie winston yvonne zach zachary zoe",
  german: "achim adelheid agnes alois andreas angelika anja anke anneliese annette annika antje " +
    "antonia armin astrid axel bastian beate benedikt benno bernd bernhard berthold " +
    "birgit björn bodo brigitte burkhard carina carsten christa christiane christof " +
    "christoph clemens cornelia dagmar daniela detlef dieter dietmar dirk dominik eckhard " +
    "edeltraud elfriede elisabeth elke emil erich erika ernst erwin esther ewald fabian " +
    "ferdinand finn florian franz franziska friederike friedrich fritz gabriele georg " +
    "gerd gerda gerhard gero gertrud gisela gregor greta gudrun günter günther gustav " +
    "hanna hannes hanno hans hans-peter harald hartmut heidi heike heiko heiner heinrich " +
    "heinz helene helga helmut henning henrik herbert hermann hilde hildegard holger " +
    "horst hubert ilona ilse ines inga inge ingeborg ingo ingrid irmgard isolde jana " +
    "janina jens joachim jochen johanna johannes jonas jörg josef jürgen jutta kai karin " +
    "karl-heinz karsten katharina kathrin katja katrin kerstin kilian klaus konrad " +
    "konstantin kurt lars lea lena leni leonie liesel linus lothar lotte ludwig luisa " +
    "lukas lutz maike maja malte manfred manuela mareike margarete margit marina marius " +
    "marlene marlies martina mathias matthias maximilian mechthild meike merle michaela " +
    "mika moritz nadine nele nils norbert olaf oskar ottmar otto petra philipp pia rainer " +
    "ralf regina regine reiner reinhard reinhold renate rolf rosemarie rudi rudolf " +
    "rüdiger sabine sabrina sascha sibylle siegfried sigrid silke silvia simone sonja " +
    "stefan stefanie steffen susanne svenja sven swantje thea thilo thorsten tilo timo " +
    "tobias torsten udo ulf uli ulrich ulrike ursula ute uta uwe veit verena volker " +
    "waldemar walburga waltraud werner wiebke wilfried wilhelm wilma wolf wolfgang " +
    "wolfram yannick",
  french: "adèle adrien agathe agnès alain alexandre alexia aline amandine amélie anaïs andré " +
    "antoine arnaud aude aurélie aurélien axelle baptiste bastien béatrice benoît " +
    "bertrand bruno camille capucine cécile céline chantal charlène chloé christelle " +
    "christophe claude claudine clémence clément clothilde colette coralie corentin " +
    "corinne cyril damien danièle delphine denis didier dominique édith édouard élise " +
    "élodie éloïse émilie emmanuel emmanuelle éric estelle étienne eugénie fabien " +
    "fabienne fabrice fanny fernand flavie franck françois françoise frédéric gabrielle " +
    "gaëlle gaëtan gaston geneviève georges gérard ghislaine gilbert gilles grégoire " +
    "grégory guillaume gwenaëlle hélène henri hervé hortense hugues inès jacques jean-luc " +
    "jean-marc jean-marie jean-michel jean-paul jean-pierre jeanne jeannine jérémie " +
    "jérôme joël joëlle jocelyne josiane jules julien juliette justine karine laetitia " +
    "laure laurent léa lionel loïc luc lucie lucien ludovic madeleine maël manon marcel " +
    "margaux margot marguerite marie-claire marie-hélène marielle marine marlène martine " +
    "mathieu mathilde mathis maud maurice maxime mélanie michel michèle mireille monique " +
    "morgane mylène nadège nathalie nicolas noémie océane odette odile olivier pascal " +
    "pascale patrice paulette perrine philippe pierre quentin rachid raphaël raymonde " +
    "régine régis rémi rémy renaud rené romain romane roxane sandrine séverine solange " +
    "solène stéphane stéphanie sylvain sylvie théo thérèse thibault thierry timothée " +
    "valentin valérie véronique victoire virginie viviane xavier yann yves yvette yvon",
  "spanish and portuguese":
    "abel adela adolfo adriana afonso agustín aitor alba alberto alejandra alejandro " +
    "alfonso alfredo alicia almudena álvaro amaia amalia amparo ana anabel andrés ángel " +
    "ángela ángeles antónio antonio anxo araceli arturo asunción aurora beatriz begoña " +
    "belén benito bernardo blanca borja camila carlos carlota carmen carolina catalina " +
    "catarina cátia cayetana celia celso césar cláudia cláudio concepción consuelo " +
    "cristian cristiano cristina cristóbal davi diego diogo dolores domingo duarte edson " +
    "eduarda eduardo elena elisa eloísa elvira emilia emilio encarnación enrique ernesto " +
    "esperanza esteban estefanía ester eugenia fabiana fábio fátima federico felipe félix " +
    "fermín fernanda fernando filipa filipe flávia flávio francisca francisco gabriel " +
    "gabriela gael gerardo gema gilberto giovana gisele gonçalo gonzalo graça gregorio " +
    "guadalupe guillermo gustavo hector héctor helena henrique hernán ignacio igor inês " +
    "inés inmaculada iria isadora ismael iván jacinto jaime javier jesús jimena joana " +
    "joão joaquim joaquín jordi jorge josé josefa josé-luis josep juan juana juárez " +
    "julián júlia julio júlio laia larissa leandro leonor leticia letícia lídia liliana " +
    "lorena lorenzo lourdes luana lúcia lucía luciana luciano lucrecia luís luis luísa " +
    "luiz luiza macarena mafalda manoel manuel marcela marcelo márcia márcio marco marcos " +
    "margarida margarita maría mariana mariano maribel mário mario marisa marisol marta " +
    "martim martín mateo mateus matheus matías matilde maurício mauricio mercedes miquel " +
    "mónica mônica montserrat murilo nádia natália natalia nerea nicolás noelia nuno " +
    "nuria octavio olga óscar otávio oswaldo pablo paco paloma patrícia patricio paulo " +
    "pedro pepe pilar priscila rafael rafaela ramiro ramón raquel raúl rebeca renata " +
    "renato ricardo roberto rocío rodrigo rogelio rogério rosa rosana rosario rosário " +
    "rubén rui salvador santiago saúl sérgio sergio sílvia simão sofia sofía soledad " +
    "susana tânia tatiana telma teodoro thaís tiago tomás trinidad valentina valeria " +
    "vasco verónica vicente víctor vinícius violeta vítor viviana xavi ximena yago " +
    "yolanda",
  italian: "achille ada adele adriano agata agostino aldo alessandra alessandro alessia alessio " +
    "ambra amedeo angelo annalisa annamaria antonella antonino arianna armando benedetta " +
    "bianca camilla carlo carlotta carmela carmelo caterina chiara cinzia claudio clelia " +
    "corrado cosimo daniele dario davide debora domenico donatella edoardo eleonora " +
    "elisabetta emanuela emanuele enrica enrico enzo ettore eugenio fabio fabrizio fausto " +
    "federica ferdinando filippo fiorella flavia flavio francesca francesco franco fulvio " +
    "gaetano gaia gennaro giacomo giada giancarlo gianfranco gianluca gianmarco gianni " +
    "giacinto gino giorgia giorgio giovanna giovanni giuditta giulia giuliana giuliano " +
    "giulio giuseppe giuseppina graziella guido ilaria ivana ivano jacopo katia lara " +
    "leonardo letizia lia lidia livia loredana lorenza luca lucia lucio lucrezia luigi " +
    "mara marcello margherita mariagrazia mariangela mariella massimiliano massimo matteo " +
    "mattia maura maurizio mauro michela michele milena mirella mirko nicoletta noemi " +
    "ornella orazio ottavio paola paolo pasquale patrizia piero pierluigi pietro raffaele " +
    "raffaella riccardo rocco romano romina rosanna rosaria rosella rossella rossana " +
    "salvatore samuele sandro saverio sebastiano serena silvana silvano silvio simona " +
    "stefania stefano susanna tiziana tiziano tommaso tullio ubaldo umberto valerio " +
    "vincenzo viola vito vittoria vittorio",
  dutch: "aad adriaan anneke annelies anouk arend arie arjan bart bas bastiaan berend bram " +
    "carolien coen cor cornelis daan dirk-jan dorien eline els emiel esmee evelien evert " +
    "femke fenna fleur frits geert gerben gerrit gijs guus hanneke harm hein hendrik henk " +
    "ineke iris jaap jacco jan-willem janneke jelle jeroen jet joep johan joke joost " +
    "joris jorrit jurgen karel katrien kees klaas koen koos laurens lieke lies lieve loes " +
    "luuk maaike maarten machteld mariska marije marijke marjan marleen marloes menno " +
    "merel mieke mirjam niek niels nienke noor onno paulien pieter piet pim rens rianne " +
    "rik robbert roel roos ruben ruud saskia siem sietske sjoerd stijn suzan sybren teun " +
    "thijs thijmen tineke tjeerd truus twan wessel wiebe wietske willeke willem wim " +
    "wouter",
  "other countries": "karim émilien iker maite tygo sanne thandiwe abdul abdullah adebayo " +
    "aditi agnieszka ahmed ahmet aisha aiko akira aleksander " +
    "aleksandra alexei ali amina amir amit amira ananya anders aneta anil anjali anton " +
    "arjun arvid asif ayesha ayşe barbora bartosz birgitta bjørn bogdan božena chen chidi " +
    "chinedu cosmin dagny danuta deepa deepak dimitri dimitris dmitri dorota ebru eero " +
    "eirik ekaterina elif emeka emre erling eszter eva-lena ewa fatima fatma ferenc frida " +
    "gábor georgios giorgos grzegorz gunnar gunilla hakan hamza haruki hasan hassan helle " +
    "hiroshi hussein ibrahim ikram imran ioana ioannis irina ivo jagoda jakob jakub " +
    "jaroslav javid jesper jiří juha jussi kamal kamil kamila karolina kasper katarzyna " +
    "kavita kenji khalid kiran konstantinos krzysztof kwame lakshmi lars-erik lasse leila " +
    "leszek linnea ljubica lukáš maciej magda magdalena magnus małgorzata manoj marcin " +
    "marek mariam martyna mateusz mats mehmet meera michał mihai mikael mikko milan milos " +
    "mirjana mohamed mohammad mohammed monika morten murat mustafa naveen neha nikhil " +
    "nikola nikolai nikos nils-petter nisha olena oluwaseun omar ondřej osman paweł pekka " +
    "petr piotr pooja pradeep prakash pranav priya radek rafał rahul raj rajesh rakesh " +
    "ranjit ravi rohan rohit roksana sakura samir sandeep sanjay sanjiv satoshi selim " +
    "serkan shreya siddharth simran sinan siobhan slavica sneha søren stanislav sunil " +
    "sunita suresh svetlana szymon tadeusz takashi tariq terje tomasz tomáš torben tuomas " +
    "ulla vijay vikram viktor vladimir wiktor wojciech yasmin yasuko yuki yusuf zainab " +
    "zbigniew zdeněk zofia zsófia zuzana",
};

/** In lower case, with their accents. */
export const GIVEN_NAMES: readonly string[] = Object.values(WRITTEN);
