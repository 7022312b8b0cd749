using System.Collections.Frozen;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>
/// Words that say nothing of a rule, folded. Negations that turn a rule ("sans", "sauf", "moins") and the words of law are not among them.
/// </summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = Split(
        """
        a afin ai aie ainsi ait alors apres as attendu au aucun aucune aujourdhui auquel aura aurai auraient aurait auront aussi autre autres
        aux auxquelles auxquels avaient avait avant avec avez avoir avons ayant bien c ca car ce ceci cela celle celles celui cependant ces cet
        cette ceux chacun chacune chaque chez ci combien comme comment d dans de depuis des desdites desdits desquelles desquels dessous dessus
        devra devrait devront dit dite dites dits doit doivent donc dont du dudit duquel durant e elle elles en encore entre es
        est et etaient etait etant ete etes etre eu eux faut furent fut h hors hui ici il ils j je jusqu jusque l la ladite laquelle le ledit
        lequel les lesdites lesdits lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais me meme memes mes moi mon n ne ni nos
        notamment notre nous on ont or ou oui outre par parce parmi pas pendant peu peut peuvent peux plus plusieurs pour pourquoi pourra pourrait
        pourront pouvez puis puisqu puisque qu quand quant que quel quelle quelles quelqu quelque quelques quels qui quoi quoique s sa se selon
        sera serai seraient serait seront ses si soi soient soit sommes son sont sous sur susdit t ta te tel telle telles tels tes toi ton tous
        tout toute toutefois toutes tres tu un une unes uns va vais via vers veut voici voila vont vos votre vous vu y
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Elided =
        Split("c d j jusqu l lorsqu m n presqu puisqu qu quelqu quoiqu s t").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Second halves of what is written with a hyphen and is no compound ("peut-on", "a-t-il", "celui-ci", "lui-même").</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Enclitics =
        Split("ce ci elle elles en il ils je la le les leur lui me meme memes moi nous on t toi tu vous y").GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> folded) => Lookup.Contains(folded);

    /// <summary>Whether a word before an apostrophe is a shortened article, pronoun or conjunction ("l'", "qu'").</summary>
    public static bool IsElided(ReadOnlySpan<char> folded) => Elided.Contains(folded);

    public static bool IsEnclitic(ReadOnlySpan<char> folded) => Enclitics.Contains(folded);

    private static FrozenSet<string> Split(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
