using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AgentHelpdesk.Ingestion.Describing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>What a knowledge manager is shown of an upload before it is published: proposed, never applied.</summary>
public sealed record InboxReview
{
    public required int Pages { get; init; }

    public required int Chunks { get; init; }

    /// <summary>What it is called where nobody says better: the PDF's own title, its first heading, or its file's name.</summary>
    public required string Title { get; init; }

    public ImmutableArray<ReadingProblem> Problems { get; init; } = [];

    /// <summary>What its first page says of it, with the words it was read from.</summary>
    public DocumentProposal Proposal { get; init; } = DocumentProposal.Nothing;

    /// <summary>Headings of its outline, in order; the first ones of a long document.</summary>
    public ImmutableArray<string> Headings { get; init; } = [];

    /// <summary>A revision that has these very bytes; null when none has. Publishing it again changes its description at most.</summary>
    public KnownRevision? KnownAs { get; init; }

    /// <summary>Documents that it may be a new revision of, the likeliest first.</summary>
    public ImmutableArray<Resemblance> Resembles { get; init; } = [];

    /// <summary>What <see cref="Resembles"/> is found by, kept so that it can be found again when other documents have been published.</summary>
    [JsonInclude]
    internal TextLikeness? Likeness { get; init; }

    /// <summary>The share of word sequences in common with another upload that waits, 0 to 1, estimated; 0 where one was not read.</summary>
    public double ShareWith(InboxReview other) =>
        Likeness is { } own && other.Likeness is { } others ? Uploads.Likeness.Of(own, others) : 0;
}

/// <summary>A revision with the same bytes as an upload.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Title">Its title.</param>
/// <param name="Status">Published, or retired: then the remedy is to restore it.</param>
public sealed record KnownRevision(DocumentId Document, RevisionId Revision, string Title, RevisionStatus Status)
{
    internal static KnownRevision Of(CatalogueRevision revision) => new(revision.Document, revision.Id, revision.Description.Title, revision.Status);
}

/// <summary>A document that an upload may be a new revision of.</summary>
/// <param name="Document">The document.</param>
/// <param name="Title">The title of its newest revision.</param>
/// <param name="SameNumber">The full number, with its year, that both print on page 1; null when only the text is alike.</param>
/// <param name="Share">The share of word sequences in common, 0 to 1, estimated.</param>
public sealed record Resemblance(DocumentId Document, string Title, string? SameNumber, double Share);
