/** Words that are never a topic: function words, greetings, verbs of letters, calendar words. */
export const STOP_WORDS: readonly string[] = (
  "about above across after again against ahead all almost alone along already also " +
  "although always am among an and another any anybody anyone anything anyway are aren't " +
  "around as ask asked asking at away back be became because become been before behind " +
  "being believe below best better between both bring but by call called came can can't " +
  "cannot cc check come coming could couldn't days dear did didn't do does doesn't doing " +
  "don't done down due during each either else email e-mail enough etc even ever every " +
  "everybody everyone everything feel few find fine first follow following for forward " +
  "found from full further gave get getting give given glad go goes going gone good got " +
  "great had happen happy has hasn't have haven't having he hear heard hello help her " +
  "here hers hey hi him his hope hour hours how however i i'd i'll i'm i've if in inform " +
  "information into is isn't issue it it's its just keep kind kindly know known last " +
  "late later least left less let let's letting like little long look looking lot made " +
  "mail make making many matter may maybe me mean means message might mine minute " +
  "minutes moment month months more morning most much must my name near need needed " +
  "needs never new next nice no nobody none nor not note nothing now of off often ok " +
  "okay old on once one only open or order other others our ours out over own part past " +
  "people person place plan please point possible previous put quick quite rather re " +
  "read ready real really receive received regarding regards reply right said same saw " +
  "say see seem seen send sending sent several shall she should show since so some " +
  "somebody someone something sometimes soon sorry still such sure take taken talk team " +
  "tell than thank thanks that that's the their them then there these they thing things " +
  "think this those though thought through time to today together told tomorrow too " +
  "toward tried try trying two under until up upon us use used using very via want " +
  "wanted was wasn't way we we'd we'll we're we've week weeks well went were weren't " +
  "what when where whether which while who whole whom whose why will wish with within " +
  "without won't work working would wouldn't write wrote year years yes yesterday yet " +
  "you you'd you'll you're you've your yours fwd http https www com net org html img " +
  "january february march april june july august september october november december " +
  "monday tuesday wednesday thursday friday saturday sunday " +
  "ab aber alle allem allen aller alles als also am an andere anderen anfrage auch auf " +
  "aus bald bei beim bereits besten betreff bin bis bitte da dabei damit danke dann " +
  "daran darauf das dass dazu dem den denn der des deshalb dich die dies diese diesem " +
  "diesen dieser dieses dir doch dort du durch eher ein eine einem einen einer eines " +
  "einige er es etwas euch euer eure falls für ganz gar geben geehrte geehrter gegen " +
  "geht gern gerne gerade gibt grüße grüßen gruß gut gute guten habe haben hallo hat " +
  "hatte hatten heute herr herrn frau hier hin hätte hätten ich ihm ihn ihnen ihr ihre " +
  "ihrem ihren ihrer im immer in innerhalb ins ist ja jede jeden jeder jetzt kann kein " +
  "keine keinen können könnte könnten leider liebe lieben lieber mehr mein meine meinen " +
  "meiner mich mir mit möchte möchten morgen müssen nach nachricht nicht nichts noch nun " +
  "nur ob oder ohne sehr sehr schon sei sein seine seit sende senden sich sie sind so " +
  "sobald sollte sollten somit sondern sonst sowie stehen uhr um und uns unser unsere " +
  "unserem unseren unserer unter viel viele vielen vom von vor vorab wann war waren " +
  "warum was wegen weiter weitere weiteren welche welcher wenn wer werde werden wie " +
  "wieder will wir wird wo wollen wollte wurde wurden würde würden während zu zum zur " +
  "zurück zwei zwischen freundlichen mfg montag dienstag mittwoch donnerstag freitag " +
  "samstag sonntag januar februar märz mai juni juli oktober dezember " +
  "a al algo alguna algunas alguno algunos ante antes aquí así aún aunque bien buen " +
  "buena buenas bueno buenos cada casi como cómo con cordial cual cuál cualquier cuando " +
  "cuándo cuanto de del desde día días donde dónde dos durante el él ella ellas ellos en " +
  "entonces entre era eran es esa esas ese eso esos esta está están estamos estar estas " +
  "este esto estos estoy fue fueron gracias gustaría ha había hace hacer hacia han has " +
  "hasta hay he hemos hola hoy incluso la las le les lo los luego más mañana me mejor " +
  "menos mes mi mientras mis mismo momento mucho muchos muy nada ni no nos nosotros " +
  "nuestra nuestras nuestro nuestros nueva nuevo nunca o os otra otras otro otros para " +
  "parte pero poco podemos poder podría podrían por porque puede pueden puedo pues que " +
  "qué quería queremos quien quién quiero sabe saber saludo saludos se sea según ser " +
  "será si sí sido sin sino sobre solo sólo somos son soy su sus también tan tanto te " +
  "tenemos tener tengo tiene tienen todo toda todas todos tras tu tus un una unas uno " +
  "unos usted ustedes va vamos ver vez y ya yo estimado estimada estimados favor " +
  "atentamente lunes martes miércoles jueves viernes sábado domingo enero febrero marzo " +
  "abril junio julio agosto septiembre octubre noviembre diciembre correo mensaje semana"
).split(" ");
