using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.TeamsBot.Documents.Describing;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>One upload as a line of the table, every word chosen.</summary>
public sealed record UploadRow
{
    public required string Id { get; init; }

    /// <summary>As the sender named it; shown, never a path.</summary>
    public required string FileName { get; init; }

    /// <summary>"340 Ko".</summary>
    public required string Size { get; init; }

    public required InboxStep Step { get; init; }

    /// <summary>Changes when the line must be drawn anew; the script compares it.</summary>
    public required string State { get; init; }

    /// <summary>"page 3 sur 12": what is being done; empty once it is ready.</summary>
    public required string Doing { get; init; }

    public required int PagesRead { get; init; }

    /// <summary>0 until its first page is read.</summary>
    public required int PagesTotal { get; init; }

    /// <summary>Null until it is ready, and once it is settled.</summary>
    public required UploadDraft? Draft { get; init; }

    /// <summary>What became of it; null until it is settled.</summary>
    public required OutcomeLine? Outcome { get; init; }
}

/// <summary>What a knowledge manager edits before publishing.</summary>
public sealed record UploadDraft
{
    /// <summary>As typed; before that, as proposed.</summary>
    public required DescriptionFields Fields { get; init; }

    /// <summary>By field: where the proposed value was read ("p. 1 : « … »"), or that the page states none.</summary>
    public required ImmutableDictionary<string, string> Evidence { get; init; }

    /// <summary>By field (and <see cref="UploadForm.ReplacesField"/>): what keeps the line from being published.</summary>
    public required ImmutableDictionary<string, string> Faults { get; init; }

    /// <summary>What to look at before publishing; a tick says that it was looked at.</summary>
    public required ImmutableArray<WarningLine> Warnings { get; init; }

    /// <summary>What was typed as the document that it is a new revision of.</summary>
    public required string Replaces { get; init; }

    /// <summary>Documents that it may be a new revision of: proposed, ticked by a person or not at all.</summary>
    public required ImmutableArray<ReplacesChoice> Choices { get; init; }

    public required bool IsChecked { get; init; }

    /// <summary>"12 pages, 48 fragments".</summary>
    public required string Reading { get; init; }

    /// <summary>The one button publishes it.</summary>
    public bool IsPublishable => Faults.IsEmpty && (Warnings.IsEmpty || IsChecked);
}

/// <param name="Words">What to look at.</param>
/// <param name="Url">Where to look; null for nothing to open.</param>
public sealed record WarningLine(string Words, string? Url);

/// <param name="Document">The document's identity.</param>
/// <param name="Title">Its title.</param>
/// <param name="Why">"même numéro (2024-07)".</param>
/// <param name="IsTicked">A person said so.</param>
public sealed record ReplacesChoice(string Document, string Title, string Why, bool IsTicked);

/// <param name="Words">"Publié".</param>
/// <param name="Remedy">What to do about it; null when there is nothing to do.</param>
/// <param name="Url">The document's page; null where there is none.</param>
/// <param name="IsGood">It came to what was wanted.</param>
public sealed record OutcomeLine(string Words, string? Remedy, string? Url, bool IsGood);
