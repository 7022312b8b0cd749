using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>What a knowledge manager says of an upload when ordering its publication: what is left out is unknown, nothing is guessed.</summary>
public sealed record PublishOrder
{
    public required UploadId Id { get; init; }

    /// <summary>Empty: what the PDF itself calls itself.</summary>
    public required string Title { get; init; }

    public string? Number { get; init; }

    public string? Issuer { get; init; }

    /// <summary>Any case; empty when unknown.</summary>
    public string Kind { get; init; } = "";

    public ValidityPeriod Declared { get; init; } = ValidityPeriod.Open;

    public ImmutableArray<string> Audience { get; init; } = [Knowledge.Documents.Audience.Everyone];

    public string? Url { get; init; }

    /// <summary>The document it becomes a new revision of; null: a document of its own, whatever it resembles.</summary>
    public DocumentId? Replaces { get; init; }

    /// <summary>The same as a row of metadata would say it.</summary>
    internal MetadataRow ToRow(string fileName) => new(
        fileName,
        0,
        Document: null,
        DescriptionText.Title(Title),
        DescriptionText.Kind(Kind),
        Declared,
        Knowledge.Documents.Audience.Parse(string.Join(' ', Audience.IsDefault ? [] : Audience)),
        Url)
    {
        Number = DescriptionText.Name(Number),
        Issuer = DescriptionText.Name(Issuer),
    };
}
