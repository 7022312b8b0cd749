using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace AgentHelpdesk.TeamsBot.Documents.Listing;

/// <summary>What of the documents is shown and in which order: all of it in the address, so that it can be kept and sent on.</summary>
public sealed record ListQuery
{
    public const string Route = "/documents";
    public const string WordsField = "q";
    public const string KindField = "genre";
    public const string StandingField = "etat";
    public const string ProblemsField = "anomalies";
    public const string ColumnField = "tri";
    public const string DescendingField = "sens";
    public const string PageField = "page";

    private const int LongestWords = 200;

    public string Words { get; init; } = "";

    /// <summary>Empty: every kind.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Null: whatever its state.</summary>
    public Standing? Standing { get; init; }

    public bool OnlyWithProblems { get; init; }

    public ListColumn Column { get; init; }

    public bool IsDescending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsFiltered => Words.Length > 0 || Kind.Length > 0 || Standing is not null || OnlyWithProblems;

    /// <summary>What can't be read of an address is left out: a list is shown whatever it says.</summary>
    public static ListQuery Of(IQueryCollection address) => new()
    {
        Words = Short(address[WordsField]),
        Kind = Short(address[KindField]),
        Standing = Name<Standing>(address[StandingField]),
        OnlyWithProblems = address[ProblemsField] == "1",
        Column = Name<ListColumn>(address[ColumnField]) ?? ListColumn.Title,
        IsDescending = address[DescendingField] == "1",
        Page = int.TryParse(address[PageField], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
    };

    /// <summary>The same list by another column; the same column again turns it round.</summary>
    public ListQuery By(ListColumn column) => this with { Column = column, IsDescending = column == Column && !IsDescending, Page = 1 };

    public string ToAddress()
    {
        var parts = new Dictionary<string, string?>();
        if (Words.Length > 0)
            parts[WordsField] = Words;
        if (Kind.Length > 0)
            parts[KindField] = Kind;
        if (Standing is { } standing)
            parts[StandingField] = Code(standing);
        if (OnlyWithProblems)
            parts[ProblemsField] = "1";
        if (Column != ListColumn.Title)
            parts[ColumnField] = Code(Column);
        if (IsDescending)
            parts[DescendingField] = "1";
        if (Page > 1)
            parts[PageField] = Page.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(Route, parts);
    }

    /// <summary>As written in the address.</summary>
    public static string Code<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T? Name<T>(string? text) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Code(value) == text)
                return value;
        }

        return null;
    }

    private static string Short(string? text) => (text ?? "").Trim() is { Length: <= LongestWords } words ? words : "";
}
