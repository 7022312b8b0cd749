using System.Collections.Immutable;
using AgentHelpdesk.TeamsBot.Documents.Describing;
using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Documents.Sheet;

/// <summary>What a document's page shows besides its fixed sentences.</summary>
public sealed record SheetView
{
    public required ShellView Shell { get; init; }

    /// <summary>The document's identity, as commands name it.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }
    public required Standing Standing { get; init; }
    public required bool IsSample { get; init; }

    /// <summary>A retirement is there to be taken back, now or from a later day on.</summary>
    public required bool IsRetired { get; init; }

    /// <summary>"en vigueur depuis le 01/04/2024".</summary>
    public required string Validity { get; init; }

    /// <summary>Newest publication first; erased ones too.</summary>
    public required ImmutableArray<RevisionLine> Revisions { get; init; }

    /// <summary>The revision whose description and text are shown; null when every one is erased.</summary>
    public required ShownRevision? Shown { get; init; }

    /// <summary>Newest first.</summary>
    public required ImmutableArray<ActLine> History { get; init; }

    /// <summary>What was just done, or why it could not be; null when the page was merely opened.</summary>
    public SheetNotice? Notice { get; init; }

    /// <summary>What was typed into the form that retires; empty otherwise.</summary>
    public RetireFields Retire { get; init; } = new("", "", null, null);

    /// <summary>A question tried here; null before.</summary>
    public Trial? Trial { get; init; }
}

/// <param name="Sentence">What happened.</param>
/// <param name="IsFault">Nothing was done, and the sentence says what to do.</param>
public sealed record SheetNotice(string Sentence, bool IsFault);

/// <param name="From">The first day on which it no longer answers, as typed.</param>
/// <param name="Reason">As typed.</param>
/// <param name="FromFault">What to mend in the date.</param>
/// <param name="ReasonFault">What to mend in the reason.</param>
public sealed record RetireFields(string From, string Reason, string? FromFault, string? ReasonFault);

/// <summary>One line of the revisions.</summary>
public sealed record RevisionLine
{
    public required string Url { get; init; }

    /// <summary>Null when its bytes are erased.</summary>
    public required string? PdfUrl { get; init; }
    public required string Title { get; init; }
    public required string FileName { get; init; }
    public required Standing Standing { get; init; }

    /// <summary>"remplacé le 01/04/2024".</summary>
    public required string Line { get; init; }

    /// <summary>"du 01/01/2020 au 31/03/2024": the days on which it answers, one line each.</summary>
    public required ImmutableArray<string> Effective { get; init; }
    public required int Pages { get; init; }
    public required int Chunks { get; init; }
    public required bool IsShown { get; init; }
}

/// <summary>The revision whose description and text are shown.</summary>
public sealed record ShownRevision
{
    public required string Id { get; init; }
    public required string FileName { get; init; }
    public required DescriptionFields Fields { get; init; }

    /// <summary>By field: what to mend of a correction that was not accepted.</summary>
    public ImmutableDictionary<string, string> Faults { get; init; } = ImmutableDictionary<string, string>.Empty;

    public required ImmutableArray<ProblemLine> Problems { get; init; }
    public required ReadPage Page { get; init; }
}

/// <param name="Where">"p. 3"; null when it concerns the whole file.</param>
/// <param name="Words">What is wrong.</param>
/// <param name="Url">Opens the page beside its text; null for the whole file.</param>
public sealed record ProblemLine(string? Where, string Words, string? Url);

/// <param name="At">"24/11/2026 10:12".</param>
/// <param name="Words">"Retiré".</param>
/// <param name="Detail">The reason given, or the file; empty when there is nothing to add.</param>
public sealed record ActLine(string At, string Words, string Detail);
