using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// Words of a document that speak to a machine: orders, forged turns of a conversation, forged marks of a prompt, a forged answer. They are
/// text like any other, and nothing of theirs is given as a rule: neither they nor the words they stand with.
/// </summary>
internal static partial class MachineOrders
{
    /// <summary>The paragraph, item or row of the words, or the one before it, speaks to a machine.</summary>
    public static bool SpeakAround(Chunk chunk, TextRange range)
    {
        var before = -1;
        for (var i = 0; i < chunk.Parts.Length; i++)
        {
            var part = chunk.Parts[i].Range;
            if (part.End <= range.Start)
                before = i;
            else if (part.Start < range.End && StandIn(TextOf(chunk, part)))
                return true;
        }

        return before >= 0 && StandIn(TextOf(chunk, chunk.Parts[before].Range));
    }

    public static bool StandIn(string text)
    {
        // Invisible characters, ligatures and kinds of apostrophe hide no word.
        var plain = NormalizedText.Of(text).Text;
        return DraftingWords.OrdersMachine(plain) || Order().IsMatch(plain) || Mark().IsMatch(plain) || Encoded().IsMatch(text)
            || text.Split('\t', '\n').Any(cell => Turn().IsMatch(NormalizedText.Of(cell).Text));
    }

    private static string TextOf(Chunk chunk, TextRange range) => chunk.Text.Substring(range.Start, range.Length);

    [GeneratedRegex(
        @"\b(?:ignor(?:e|ez|er)|(?<!n['’])oubli(?:e|ez|er)|contourn(?:e|ez|er)|n[e'] ?(?:tiens|tenez) (?:pas |aucun )?compte de|fai(?:s|tes) abstraction de) (?:\w+ ){0,2}?(?:tes|vos|les|toutes?|ces|l'ensemble|des|la|le)? ?(?:\w+ ){0,2}?(?:consignes?|instructions?|directives?|prompts?|garde-fous?|ce qui precede|ce qui précède)\b" +
        @"|\b(?:nouvelles?|vraies?|véritables?) (?:consignes?|instructions?|directives?) ?:|\bmode (?:développeur|developpeur|debug|administrateur)\b|\bdeveloper mode\b|\bjailbreak|\bprompt (?:système|systeme|injection)|\bsystem (?:prompt|override|message)" +
        @"|\b(?:ignore|disregard|forget|override|bypass) (?:\w+ ){0,4}?(?:instructions?|rules?|prompts?|guidelines?|safeguards?)\b|\b(?:new|updated|real) instructions? ?:|\byou are (?:now )?(?:an? )?(?:assistant|ai\b|language model|chatbot|\w+gpt|dan\b)|\bas an ai\b" +
        @"|\b(?:reply|respond|answer|say|print|output|repeat) (?:only |exactly |always |verbatim )+|\b(?:print|reveal|show|repeat|output|display|leak) (?:me )?(?:your|the) (?:\w+ )?(?:prompt|instructions?|key|secret|password|configuration)" +
        @"|\b(?:affich|révél|revel|montr|répét|repet|recopi|donn|divulgu|imprim)\w*[- ](?:moi )?(?:ton|ta|tes|votre|vos|le|la|les) (?:\w+ )?(?:prompt|(?<!\bles )(?:instructions?|consignes?)|instructions? système|clés? (?:d'api|api|secrète)|secrets?|mots? de passe|(?<!\bla )configuration)" +
        @"|\b(?:dis|affirme|annonce|déclare|écris|confirme|conclus|inclus|ajoute|insère)(?:-leur|-lui)? (?:toujours |seulement |uniquement |simplement |exactement )?(?:que\b|à l'agent|dans (?:ta|la) réponse|à la fin|cette image|ce lien|\[)|\b(?:dites|affirmez|annoncez|confirmez|écrivez|insérez|ajoutez|incluez) (?:toujours |seulement |uniquement |exactement )?(?:à l'agent|dans (?:votre|la) réponse|à l'utilisateur|ce lien|cette image|\[)" +
        @"|\b(?:l['’]assistant(?! (?:maternel|familial|social|dentaire))|le chatbot|le modèle|le robot|l'ia|l'intelligence artificielle|the assistant|the model|the chatbot|the ai) (?:\w+ ){0,2}?(?:doit|devra|must|should|shall|will|est tenue? de)\b(?! (?:alors |notamment |être |comporter |présenter |produire |respecter |déclarer |justifier |informer |figurer |mentionner ))|\bréponse attendue (?:de l'assistant|du modèle|de l'ia)\b" +
        @"|\b(?:ignora|olvida|omite) (?:\w+ ){0,4}?(?:instrucciones|istruzioni|reglas|regole)\b|\bignorier\w* (?:\w+ ){0,4}?(?:anweisungen|regeln|vorgaben)\b|\bignoreer (?:\w+ ){0,4}?(?:instructies|regels)\b|\bignore (?:\w+ ){0,4}?(?:instruções|as regras)\b|игнорируй|忽略|تجاهل" +
        @"|\b(?:donne|cite|mets|ajoute|affiche)z? (?:toujours |aussi )?(?:la |une |le |les |comme )?(?:citations?|sources?|passages?) (?:n° ?)?\[?\d|\b(?:citations?|sources?) \[\d+\] (?:même )?sans source",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Order();

    // "Système :" at the head of a line, as conversations are written down; and the words with which models set turns apart.
    [GeneratedRegex(@"^\W*(?:system|système|assistant|user|utilisateur|human|ai|developer|tool|### ?(?:instruction|response|system|user)s?) ?:|\bim_(?:start|end)\b|\[/?(?:inst|sys|system)\]|\bbegin_of_text\b|\bend_header_id\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Turn();

    [GeneratedRegex(@"[<‹＜]\s*/?\s*(?:passage|question|system|assistant|user|instructions?|img|script|iframe|a\s)|""?(?:claims|followups|quotes|status)""? ?: ?[\[""{]|!\[[^\]]*\] ?\(|\]\(https?:|\{\{[^}]*\}\}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    /// <summary>Words that nobody reads without a machine.</summary>
    [GeneratedRegex(@"(?<![\w/+.-])(?=[A-Za-z0-9+/]*[a-z][A-Za-z0-9+/]*[A-Z]|[A-Za-z0-9+/]*[A-Z][A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*\d)[A-Za-z0-9+/]{32,}={0,2}(?![\w/.-])", RegexOptions.CultureInvariant)]
    private static partial Regex Encoded();
}
