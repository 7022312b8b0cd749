using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>Mail addresses, also spelled out ("jean point dupont arobase exemple point fr").</summary>
internal static partial class MailFinder
{
    public static IEnumerable<PersonalSpan> Find(ReadableText read)
    {
        if (!Sign().IsMatch(read.Folded))
            return [];
        return SpelledAddress().Matches(read.Folded).Concat(Address().Matches(read.Folded)).Select(match => new PersonalSpan(match.Index, match.Length, PersonalKind.Mail));
    }

    [GeneratedRegex(@"@|arobase|arrobase|[(\[{ ]at[)\]} ]", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    // A name of this machine's own network has no point ("jean@caf").
    [GeneratedRegex(@"(?<![\w.%+'-])[\w.%+'-]{1,64}(?:@(?! )[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}|(?: @ | @|@ | ?[(\[{] ?(?:at|arr?obase) ?[)\]}] ?| arr?obase )[\w-]{1,63}(?:(?:\.| ?[(\[]? ?(?:point|dot) ?[)\]]? ?)[\w-]{1,63}){1,5})", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\w.%+'-])[\w%+'-]{1,64}(?:(?: (?:point|dot|tiret|underscore) |\.)[\w%+'-]{1,64}){0,5} (?:arr?obase|at) [\w-]{1,63}(?: tiret [\w-]{1,63})?(?: (?:point|dot) [\w-]{1,63}){1,5}", RegexOptions.CultureInvariant)]
    private static partial Regex SpelledAddress();
}
