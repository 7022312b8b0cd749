using System.Collections.Immutable;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Evaluation.Claims;

/// <param name="Kind">What is told of it in reports.</param>
/// <param name="IsFaithful">It should be accepted.</param>
/// <param name="Case">The claim with its passages.</param>
internal sealed record LabelledCase(string Kind, bool IsFaithful, ClaimCase Case);

/// <summary>Reads the claims that were written by hand.</summary>
internal static class WrittenPairs
{
    public static ImmutableArray<LabelledCase> Read() => Parse(File.ReadAllLines(RepositoryRoot.Combine("tests", "Evaluation", "Claims", "written-pairs.txt")));

    public static ImmutableArray<LabelledCase> Parse(IEnumerable<string> lines)
    {
        var cases = ImmutableArray.CreateBuilder<LabelledCase>();
        ImmutableArray<NumberedText> passages = [];
        foreach (var line in lines.Select(line => line.Replace('⏎', '\n').Replace('⇥', '\t')))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
                passages = [new(1, line[3..])];
            else if (line.StartsWith("= ", StringComparison.Ordinal))
                passages = passages.Add(new(passages.Length + 1, line[2..]));
            else if (line.StartsWith("+ ", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal))
                cases.Add(Case(line, passages, cases.Count + 1));
        }

        return cases.ToImmutable();
    }

    private static LabelledCase Case(string line, ImmutableArray<NumberedText> passages, int number)
    {
        if (line[2..].Split(" | ") is not [var kind, var claim, var quote])
            throw new InvalidDataException($"'{line}' is not a kind, a claim and a quote with ' | ' between.");
        var passage = quote.Length > 2 && char.IsDigit(quote[0]) && quote[1] == ':' ? quote[0] - '0' : 1;
        quote = passage > 1 ? quote[3..] : quote == "*" ? passages[0].Text : quote;
        return new(kind, line[0] == '+', new($"written-{number}", passages, new(claim, passage, quote)));
    }
}
