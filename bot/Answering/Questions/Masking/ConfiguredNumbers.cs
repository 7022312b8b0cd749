using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>Numbers of members as an installation describes them.</summary>
internal sealed class ConfiguredNumbers(IEnumerable<string> patterns)
{
    private const string Number = "number";

    private readonly ImmutableArray<Regex> _patterns = [.. patterns.Select(Compile)];

    /// <summary>Without backtracking: no pattern and no text makes it slow.</summary>
    /// <exception cref="ArgumentException">It can't be read.</exception>
    /// <exception cref="NotSupportedException">It looks around or back, which needs backtracking.</exception>
    public static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The group called "number" where a pattern has one, else all it matches.</summary>
    public IEnumerable<PersonalSpan> Find(ReadableText read) =>
        from pattern in _patterns
        from match in pattern.Matches(read.Text)
        let named = match.Groups[Number]
        let number = named.Success ? named : match
        where number.Length > 0
        select new PersonalSpan(number.Index, number.Length, PersonalKind.MemberNumber);
}
