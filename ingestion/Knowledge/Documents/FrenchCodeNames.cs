using System.Collections.Immutable;

namespace AgentHelpdesk.Knowledge.Documents;

/// <summary>
/// The codes in force that social-security texts cite, without accents: the key's code, the full names, and the initials in use.
/// Only initials that are used beside an article's number are listed; a code without usual initials has none.
/// </summary>
internal static class FrenchCodeNames
{
    internal sealed record FrenchCode(string Code, ImmutableArray<string> Names, ImmutableArray<string> Abbreviations);

    internal static ImmutableArray<FrenchCode> All { get; } =
    [
        new("css", ["code de la securite sociale", "code de securite sociale", "code securite sociale", "code de la secu"], ["CSS", "C. s. s.", "C. sec. soc.", "code SS"]),
        new("ctrav", ["code du travail", "code travail"], ["CT", "C. trav.", "CTRAV"]),
        new("casf", ["code de l'action sociale et des familles", "code de l'action sociale", "code action sociale et des familles", "code action sociale familles"], ["CASF"]),
        new("crpm", ["code rural et de la peche maritime", "code rural", "nouveau code rural"], ["CRPM", "C. rur.", "CR"]),
        new("cch", ["code de la construction et de l'habitation", "code construction et habitation"], ["CCH"]),
        new("csp", ["code de la sante publique", "code sante publique"], ["CSP"]),
        new("cgi", ["code general des impots"], ["CGI"]),
        new("lpf", ["livre des procedures fiscales"], ["LPF"]),
        new("cciv", ["code civil"], ["C. civ."]),
        new("cpc", ["code de procedure civile"], ["CPC"]),
        new("cpce", ["code des procedures civiles d'execution"], ["CPCE"]),
        new("cpen", ["code penal"], ["C. pen."]),
        new("cpp", ["code de procedure penale"], ["CPP"]),
        new("ccom", ["code de commerce"], ["C. com."]),
        new("ccons", ["code de la consommation"], ["C. conso."]),
        new("cmf", ["code monetaire et financier"], ["CMF"]),
        new("cass", ["code des assurances"], ["C. assur.", "C. ass."]),
        new("cmut", ["code de la mutualite"], ["C. mut."]),
        new("ceseda", ["code de l'entree et du sejour des etrangers et du droit d'asile"], ["CESEDA"]),
        new("crpa", ["code des relations entre le public et l'administration"], ["CRPA"]),
        new("cja", ["code de justice administrative"], ["CJA"]),
        new("coj", ["code de l'organisation judiciaire"], ["COJ"]),
        new("cgct", ["code general des collectivites territoriales"], ["CGCT"]),
        new("cgfp", ["code general de la fonction publique"], ["CGFP"]),
        new("cpcmr", ["code des pensions civiles et militaires de retraite", "code des pensions civiles et militaires"], ["CPCMR"]),
        new("cpmivg", ["code des pensions militaires d'invalidite et des victimes de guerre", "code des pensions militaires d'invalidite"], ["CPMIVG"]),
        new("cprm", ["code des pensions de retraite des marins francais du commerce, de peche ou de plaisance", "code des pensions de retraite des marins"], ["CPRM"]),
        new("ceduc", ["code de l'education"], ["C. educ."]),
        new("crech", ["code de la recherche"], []),
        new("csi", ["code de la securite interieure"], ["CSI"]),
        new("csn", ["code du service national"], ["CSN"]),
        new("cdef", ["code de la defense"], ["C. def."]),
        new("ctransp", ["code des transports"], ["C. transp."]),
        new("croute", ["code de la route"], ["C. route"]),
        new("csport", ["code du sport"], ["C. sport"]),
        new("cpat", ["code du patrimoine"], ["C. patr."]),
        new("cpi", ["code de la propriete intellectuelle"], ["CPI"]),
        new("curb", ["code de l'urbanisme"], ["C. urb."]),
        new("cenv", ["code de l'environnement"], ["C. env."]),
        new("cener", ["code de l'energie"], ["C. energ."]),
        new("celec", ["code electoral"], ["C. elect."]),
        new("ccp", ["code de la commande publique"], ["CCP"]),
        new("cmp", ["code des marches publics"], []),
        new("cgppp", ["code general de la propriete des personnes publiques"], ["CGPPP", "CG3P"]),
        new("cfas", ["code de la famille et de l'aide sociale"], ["CFAS"]),
        new("cjpm", ["code de la justice penale des mineurs"], ["CJPM"]),
        new("cpost", ["code des postes et des communications electroniques"], []),
        new("ctm", ["code du travail maritime"], []),
        new("ctmay", ["code du travail applicable a mayotte"], []),
        new("cjf", ["code des juridictions financieres"], ["CJF"]),
        new("cdouanes", ["code des douanes"], []),
        new("cibs", ["code des impositions sur les biens et services"], ["CIBS"]),
        new("cmin", ["code minier"], []),
        new("cfor", ["code forestier"], []),
        new("ctour", ["code du tourisme"], []),
        new("cart", ["code de l'artisanat"], []),
        new("cdeont", ["code de deontologie medicale"], []),
    ];
}
