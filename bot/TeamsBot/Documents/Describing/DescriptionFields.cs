using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Documents.Describing;

/// <summary>A description as a person types it: every field a text, kept as typed until it can be read.</summary>
public sealed record DescriptionFields
{
    public const string TitleField = "title";
    public const string NumberField = "number";
    public const string IssuerField = "issuer";
    public const string KindField = "kind";
    public const string FromField = "from";
    public const string UntilField = "until";
    public const string AudienceField = "audience";
    public const string UrlField = "url";

    /// <summary>In the order people read them.</summary>
    public static readonly ImmutableArray<string> All = [TitleField, NumberField, IssuerField, KindField, FromField, UntilField, AudienceField, UrlField];

    public string Title { get; init; } = "";
    public string Number { get; init; } = "";
    public string Issuer { get; init; } = "";
    public string Kind { get; init; } = "";
    public string From { get; init; } = "";

    /// <summary>The last day, included.</summary>
    public string Until { get; init; } = "";

    /// <summary>Separated by spaces; empty: everyone.</summary>
    public string Audience { get; init; } = "";
    public string Url { get; init; } = "";

    /// <summary>Reads a form; fields of one row of many end in its name (".1f…").</summary>
    public static DescriptionFields Of(IFormCollection form, string ending = "") => new()
    {
        Title = Typed(form, TitleField + ending),
        Number = Typed(form, NumberField + ending),
        Issuer = Typed(form, IssuerField + ending),
        Kind = Typed(form, KindField + ending),
        From = Typed(form, FromField + ending),
        Until = Typed(form, UntilField + ending),
        Audience = Typed(form, AudienceField + ending),
        Url = Typed(form, UrlField + ending),
    };

    /// <summary>A description as it would be typed.</summary>
    public static DescriptionFields Of(RevisionDescription description) => new()
    {
        Title = Printable.Line(description.Title),
        Number = Printable.Line(description.Number ?? ""),
        Issuer = Printable.Line(description.Issuer ?? ""),
        Kind = Printable.Line(description.Kind),
        From = description.Declared.HasKnownStart ? DayText.Of(description.Declared.From) : "",
        Until = description.Declared.LastDay is { } last ? DayText.Of(last) : "",
        Audience = description.Audience is [Knowledge.Documents.Audience.Everyone] ? "" : string.Join(' ', description.Audience),
        Url = description.Url ?? "",
    };

    public string this[string field] => field switch
    {
        TitleField => Title,
        NumberField => Number,
        IssuerField => Issuer,
        KindField => Kind,
        FromField => From,
        UntilField => Until,
        AudienceField => Audience,
        UrlField => Url,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No description has this field."),
    };

    // One line, no spaces around, no unseen orders: what a spreadsheet or a PDF gives is pasted here.
    private static string Typed(IFormCollection form, string field) => Printable.Line(form[field].ToString()).Trim();
}
