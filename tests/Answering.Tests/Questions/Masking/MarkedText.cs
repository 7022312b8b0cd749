using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Tests.Questions.Masking;

/// <summary>A text with what must be masked of it, written "Mme {name:Durand}".</summary>
internal sealed partial record MarkedText(string Text, ImmutableArray<(int Start, int End, string Kind)> Gold)
{
    public static MarkedText Parse(string line)
    {
        var text = new StringBuilder();
        var gold = ImmutableArray.CreateBuilder<(int, int, string)>();
        var position = 0;
        foreach (Match mark in Mark().Matches(line))
        {
            text.Append(line, position, mark.Index - position);
            gold.Add((text.Length, text.Length + mark.Groups["value"].Length, mark.Groups["kind"].Value));
            text.Append(mark.Groups["value"].Value);
            position = mark.Index + mark.Length;
        }

        return new(text.Append(line, position, line.Length - position).ToString(), gold.ToImmutable());
    }

    [GeneratedRegex(@"\{(?<kind>[a-z-]+):(?<value>[^}]+)\}")]
    private static partial Regex Mark();
}
