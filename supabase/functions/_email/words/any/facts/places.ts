/** Places that stand where a person or an organization could: `Ana Ruiz of Berlin`. */

/** Of one word, in lower case. */
export const PLACES =
  "berlin münchen munich hamburg köln cologne frankfurt stuttgart düsseldorf leipzig " +
  "dresden hannover nürnberg bremen wien vienna graz linz salzburg innsbruck zürich " +
  "zurich basel bern genf geneva genève lausanne london manchester birmingham leeds " +
  "liverpool bristol edinburgh glasgow cardiff dublin belfast paris lyon marseille " +
  "toulouse bordeaux lille nantes nice strasbourg madrid barcelona valencia sevilla " +
  "seville bilbao zaragoza málaga lisboa lisbon porto braga coimbra roma rome milano " +
  "milan torino turin napoli naples bologna firenze florence venezia venice genova " +
  "amsterdam rotterdam utrecht eindhoven groningen brussel brussels bruxelles antwerpen " +
  "antwerp gent ghent luxembourg copenhagen stockholm oslo helsinki warsaw prague praha " +
  "budapest athens istanbul moscow kyiv boston chicago houston dallas austin denver " +
  "seattle portland atlanta miami washington philadelphia phoenix detroit toronto " +
  "montreal vancouver calgary ottawa sydney melbourne brisbane perth auckland singapore " +
  "tokyo beijing shanghai mumbai delhi bangalore dubai johannesburg nairobi lagos cairo " +
  "bogotá lima santiago quito caracas méxico germany deutschland austria österreich " +
  "switzerland schweiz suisse svizzera france frankreich spain españa spanien portugal " +
  "italy italia italien netherlands nederland holland belgium belgien belgique belgië " +
  "england scotland wales ireland britain uk usa america canada mexico brasil brazil " +
  "argentina chile colombia peru australia india china japan europe europa asia africa " +
  "texas california florida virginia ohio bavaria bayern tirol";

/** Of several words, in lower case, with bars between them. */
export const LONG_PLACES =
  "new york|new mexico|new jersey|new orleans|new england|new zealand|new delhi|" +
  "los angeles|las vegas|las palmas|san juan|san francisco|san diego|san antonio|" +
  "san jose|san sebastián|santa fe|santa cruz|santa monica|santiago de compostela|" +
  "santiago de chile|" +
  "hong kong|kuala lumpur|abu dhabi|united kingdom|united states|great britain|" +
  "south africa|saudi arabia|costa rica|puerto rico|el salvador|buenos aires|" +
  "rio de janeiro|são paulo|sao paulo|belo horizonte|porto alegre|den haag|the hague|" +
  "bad homburg|baden baden|st gallen|sankt gallen|reggio emilia|la spezia|le havre|" +
  "le mans|la rochelle|cape town|north carolina|south carolina|tel aviv|wall street|" +
  "silicon valley|mont belvieu|four corners";

/** Words that begin the name of a place: `San Mateo`, `North Road`. */
export const PLACE_BEGINNINGS =
  "new north south east west san santa los las saint mount lake port " +
  "fort rio sankt bad costa la le el";
