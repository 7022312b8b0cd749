using System.Collections.Immutable;
using AgentHelpdesk.TeamsBot.Documents.Describing;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>The fields of a description that the table of uploads has a column for; the public address is given on the document's page.</summary>
internal static class UploadColumns
{
    public static readonly ImmutableArray<string> Fields =
    [
        DescriptionFields.TitleField, DescriptionFields.NumberField, DescriptionFields.IssuerField, DescriptionFields.KindField,
        DescriptionFields.FromField, DescriptionFields.UntilField, DescriptionFields.AudienceField,
    ];

    /// <summary>Often longer than its column: shown whole, on several lines.</summary>
    public static bool IsLong(string field) => field is DescriptionFields.TitleField or DescriptionFields.IssuerField;
}
