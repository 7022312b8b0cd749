using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Starting;

/// <summary>
/// Gives a fresh checkout something to answer from: the fictitious sample documents, in Development and only while nothing real is
/// published. Never in production, where an invented rule must not stand beside real ones.
/// </summary>
internal sealed class SampleIngestion(IngestFiles ingest, ICatalogueReader catalogue, IHostEnvironment environment, SampleProgress progress)
{
    /// <summary>Writes a line a file to <paramref name="console"/>; nothing where there is nothing to ingest.</summary>
    /// <returns>Whether files were handed to ingestion.</returns>
    /// <exception cref="DataFolderException">The disk is full: there is no use in going on without documents.</exception>
    public async Task<bool> RunAsync(CatalogueState state, string dataFolder, TextWriter console, Messages messages, CancellationToken cancellationToken)
    {
        var isFirst = state.Publication == 0;
        if (!environment.IsDevelopment() || !(isFirst || state.OnlySamples) || Folder() is not { } folder)
            return false;

        // A start killed in the middle is completed by the next one; what is published already is not read again.
        var known = await PublishedFilesAsync(cancellationToken);
        var files = Directory.EnumerateFiles(folder, "*.pdf").Where(file => !known.Contains(Path.GetFileName(file))).Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
            return false;

        progress.IsRunning = true;
        try
        {
            if (isFirst)
                await console.WriteLineAsync(messages.IngestingSamples(files.Length));
            await foreach (var outcome in ingest.RunAsync(files, new IngestSettings { Samples = true }, null, cancellationToken))
            {
                if (outcome is IngestOutcome.Refused { Reason: RefusalReason.DiskFull })
                {
                    throw new DataFolderException(
                        DataFolderFault.DiskFull, $"The disk of '{dataFolder}' is full.\nFree some space, then start again.")
                    {
                        Path = dataFolder,
                    };
                }

                // The damaged sample is refused at every start, and said once.
                if (isFirst || outcome is not IngestOutcome.Refused)
                    await console.WriteLineAsync("  " + messages.Outcome(outcome));
            }

            return true;
        }
        finally
        {
            progress.IsRunning = false;
        }
    }

    private async Task<HashSet<string>> PublishedFilesAsync(CancellationToken cancellationToken) =>
        [.. (await catalogue.ReadDocumentsAsync(cancellationToken)).SelectMany(document => document.Revisions).Select(revision => revision.Description.FileName)];

    private static string? Folder() =>
        DataFolder.FindCheckout() is { } checkout && Path.Combine(checkout, "tests", "Samples", "pdf") is var folder && Directory.Exists(folder) ? folder : null;
}
