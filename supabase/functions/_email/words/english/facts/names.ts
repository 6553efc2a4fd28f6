/** The English words around names of people and organizations. */
import type { NameLists } from "../../../facts/names/word_lists.ts";

/** English. */
export const ENGLISH_NAMES: NameLists = {
  titles: "mr mrs ms miss mx dr prof professor sir dame captain sergeant judge",
  roles: "ceo cto cfo coo cio cmo vp svp evp md president director manager chairman " +
    "chairwoman chair founder co-founder owner partner head chief officer executive " +
    "secretary treasurer lawyer attorney solicitor accountant engineer developer " +
    "architect designer consultant advisor adviser analyst assistant colleague boss " +
    "supervisor coordinator administrator foreman electrician plumber surveyor " +
    "headteacher teacher principal buyer agent representative rep editor nurse doctor " +
    "lead operator trainer landlord tenant neighbour neighbor wife husband friend " +
    "client customer expert specialist planner technician bookkeeper",
  roleEndings: "",
  introductions:
    "my name is|my name's|this is|i am|i'm|name is|signed|spoke to|spoke with|talked to|" +
    "talked with|met|call|ask for|copying in|cc'ing|introduce you to|regards from|" +
    "wishes from|greetings from|thanks from|love from|cheers from",
  at: "of at from with",
  employers: "i work for|i work at|i work with|we at|here at|working for|works for|works at|" +
    "on behalf of",
  companies: "company firm",
  no: "one two three four five six seven eight nine ten monday tuesday " +
    "wednesday thursday friday saturday sunday january february march " +
    "april may june july august september october november december christmas easter " +
    "thanksgiving call send pay give tell ask contact take make get use check see " +
    "meet forward attach regarding per hi hello dear hey thanks thank best kind " +
    "kindest warm regards sincerely cheers please the this that these those we you " +
    "they it he she if when while after before can could would will are is do does " +
    "did have has had our your my their his her its what which who how why where " +
    "whose and but or as at by for from in of on to with also then so yes no not just " +
    "let re fw fwd a an i i'm i'd i'll i've it's we're we'll you're good morning " +
    "afternoon evening night happy merry wonderful new once here there now today " +
    "tomorrow yesterday attached enclosed looking hope all any some each every both " +
    "many most another other others because although since until unless however " +
    "therefore meanwhile finally first second third next last only even well ok okay " +
    "sorry great nice sure yours",
  common: "accounting sales marketing finance legal support purchasing procurement " +
    "logistics engineering production operations reception payroll compliance " +
    "security management administration hr it order invoice ticket error subject date " +
    "time phone email fax office cell mobile pager message original project report " +
    "plant position season year park county counties trophy agreement agreements " +
    "proposal option options summary file files data comments services service system " +
    "systems statement statements contract price prices inventory object bitmap word " +
    "line lines power pipeline hub compression maintenance ground state states street " +
    "road avenue lane square river lake bridge island mountain valley north south " +
    "east west northern southern eastern western central united city town village " +
    "hall house hotel restaurant room building floor station airport hospital school " +
    "university college church museum theatre theater centre center court garden " +
    "gardens market meeting call conference week day days month quarter end team " +
    "department committee board council group update version release windows excel " +
    "outlook teams zoom google microsoft account number reference customer client " +
    "product item quantity total net gross tax vat bank transfer payment delivery " +
    "address terms conditions policy privacy notice important urgent reminder weekly " +
    "monthly annual daily plan planning program programme budget review schedule " +
    "calendar note notes list form forms page section chapter appendix figure table " +
    "attachment link click view online web website internet server database software " +
    "hardware application app user password login code key access request response " +
    "question answer problem issue case status pending final draft preliminary curve " +
    "shift minimum maximum fixed zero big small high low long short open closed free " +
    "act law bill rule rules explorer news press energy gas oil water electric " +
    "natural trading risk credit human resources information technology research " +
    "development public private general senior junior international national federal " +
    "regional local world global american british european english french german " +
    "spanish italian dutch canadian mexican california texas london paris berlin " +
    "tower towers gate terminal boulevard drive suite unit apartment bay beach hill " +
    "hills forest field fields farm lodge inn arms club society festival fair show " +
    "award awards prize cup league championship bowl game games film movie book " +
    "magazine journal times post guide manual handbook edition volume class course " +
    "training workshop seminar webinar session keynote lunch dinner breakfast coffee " +
    "tea happy birthday holiday holidays black white red green blue yellow corner " +
    "door window kit pump valve boiler heater printer laptop tablet camera screen " +
    "monitor button menu tab box",
};
