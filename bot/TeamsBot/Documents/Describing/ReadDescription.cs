using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Documents.Describing;

/// <summary>What the typed fields say, and what of them can't be accepted: a field with a fault has no value here.</summary>
internal sealed record ReadDescription
{
    // Wider than any real one, narrow enough for a table and a citation.
    private static readonly (string Field, int Limit)[] Limits =
    [
        (DescriptionFields.TitleField, 300), (DescriptionFields.NumberField, 80), (DescriptionFields.IssuerField, 200), (DescriptionFields.KindField, 60),
        (DescriptionFields.AudienceField, 300), (DescriptionFields.UrlField, 1000),
    ];

    public required string Title { get; init; }
    public required string? Number { get; init; }
    public required string? Issuer { get; init; }
    public required string Kind { get; init; }
    public required ValidityPeriod Declared { get; init; }
    public required ImmutableArray<string> Audience { get; init; }
    public required string? Url { get; init; }

    /// <summary>By field: what to mend.</summary>
    public required ImmutableDictionary<string, string> Faults { get; init; }

    public bool IsAcceptable => Faults.IsEmpty;

    /// <summary>A description with these words in place of its own; what no person types (the file, the sample's mark) stays.</summary>
    public RevisionDescription Over(RevisionDescription description) => description with
    {
        Title = Title,
        Number = Number,
        Issuer = Issuer,
        Kind = Kind,
        Declared = Declared,
        Audience = Audience,
        Url = Url,
    };

    public static ReadDescription Of(DescriptionFields fields, Messages messages)
    {
        var faults = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (field, limit) in Limits.Where(one => fields[one.Field].Length > one.Limit))
            faults[field] = messages.FieldTooLong(fields[field].Length, limit);
        if (fields.Title.Length == 0)
            faults[DescriptionFields.TitleField] = messages.TitleMissing;
        var from = Day(fields.From, DescriptionFields.FromField, faults, messages);
        var until = Day(fields.Until, DescriptionFields.UntilField, faults, messages);
        if (until < from)
            faults[DescriptionFields.UntilField] = messages.EndBeforeStart;
        if (fields.Url.Length > 0 && !IsWebAddress(fields.Url))
            faults[DescriptionFields.UrlField] = messages.NoWebAddress;
        return new()
        {
            Title = fields.Title,
            Number = Known(fields.Number),
            Issuer = Known(fields.Issuer),
            Kind = fields.Kind.ToLowerInvariant(),
            Declared = until < from ? ValidityPeriod.Open : ValidityPeriod.FromDays(from, until),
            Audience = Knowledge.Documents.Audience.Parse(fields.Audience),
            Url = Known(fields.Url),
            Faults = faults.ToImmutable(),
        };
    }

    private static DateOnly? Day(string text, string field, ImmutableDictionary<string, string>.Builder faults, Messages messages)
    {
        if (!DayText.TryParse(text, out var day))
            faults[field] = messages.NoDay;
        return day;
    }

    private static string? Known(string text) => text.Length > 0 ? text : null;

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
