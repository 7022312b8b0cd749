using System.Collections.Immutable;
using System.Text.Json;
using AgentHelpdesk.Answering.Questions;

namespace AgentHelpdesk.Evaluation.Judging;

/// <summary>What is masked of it; <paramref name="Spans"/> count UTF-16 units of the text given, their ends excluded.</summary>
internal sealed record MaskedLine(JsonElement Id, string Masked, ImmutableArray<SpanLine> Spans)
{
    public static MaskedLine Of(TextCase given, PersonalDataMask mask)
    {
        var masked = mask.Find(given.Text);
        return new(given.Id, masked.Text, [.. masked.Spans.Select(span => new SpanLine(span.Start, span.End, KebabCase.Of(span.Kind.ToString())))]);
    }
}

internal sealed record SpanLine(int Start, int End, string Kind);

/// <summary>A text as others give it.</summary>
internal sealed record TextCase(JsonElement Id, string Text);
