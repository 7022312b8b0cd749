using System.Collections.Immutable;
using AgentHelpdesk.TeamsBot.Documents.Uploading;
using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Documents.Listing;

/// <summary>What the page of all documents shows besides its fixed sentences.</summary>
public sealed record DocumentListView
{
    public required ShellView Shell { get; init; }

    /// <summary>The store can be read; without it the page says that it can't, and shows nothing as if it were all.</summary>
    public required bool IsReadable { get; init; }

    /// <summary>What was handed in and is not yet put away.</summary>
    public required InboxView Inbox { get; init; }

    public required ListQuery Query { get; init; }

    /// <summary>One page of those that the filters let through.</summary>
    public required ImmutableArray<DocumentRow> Rows { get; init; }

    /// <summary>All documents, whatever the filters.</summary>
    public required int Total { get; init; }

    public required int Matching { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }

    /// <summary>What the filter of kinds offers: those that are there.</summary>
    public required ImmutableArray<string> Kinds { get; init; }
}
