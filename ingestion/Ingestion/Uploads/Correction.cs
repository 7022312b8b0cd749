using System.Globalization;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>What a knowledge manager says a description should be, compared with what it is.</summary>
internal static class Correction
{
    /// <summary>The description as it will be kept: what belongs to the upload itself is never corrected.</summary>
    public static RevisionDescription Of(RevisionDescription known, RevisionDescription wanted) => known with
    {
        Title = DescriptionText.Title(wanted.Title) ?? "",
        Kind = DescriptionText.Kind(wanted.Kind),
        Number = DescriptionText.Name(wanted.Number),
        Issuer = DescriptionText.Name(wanted.Issuer),
        Declared = wanted.Declared,
        Audience = Audience.Parse(string.Join(' ', wanted.Audience.IsDefault ? [] : wanted.Audience)),
        Url = string.IsNullOrWhiteSpace(wanted.Url) ? null : wanted.Url.Trim(),
    };

    /// <summary>The first field that can't be kept; null when all can.</summary>
    public static KeeperOutcome.BadDescription? ProblemOf(RevisionDescription description)
    {
        if (description.Title.Length == 0)
            return new("title", "");
        if (description.Declared.IsEmpty)
            return new("valid_to", description.Declared.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return description.Url is { } url && !DescriptionText.IsUrl(url) ? new("url", url) : null;
    }

    /// <summary>The fields that differ, named as the columns of <c>metadata.csv</c>, separated by commas; empty when none does.</summary>
    public static string Changes(RevisionDescription before, RevisionDescription after)
    {
        (string Field, bool IsChanged)[] fields =
        [
            ("title", before.Title != after.Title),
            ("number", before.Number != after.Number),
            ("issuer", before.Issuer != after.Issuer),
            ("kind", before.Kind != after.Kind),
            ("valid_from", before.Declared.From != after.Declared.From),
            ("valid_to", before.Declared.Until != after.Declared.Until),
            ("audience", !before.Audience.SequenceEqual(after.Audience)),
            ("url", before.Url != after.Url),
        ];
        return string.Join(',', fields.Where(field => field.IsChanged).Select(field => field.Field));
    }
}
