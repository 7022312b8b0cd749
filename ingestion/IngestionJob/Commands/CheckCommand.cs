using System.CommandLine;
using AgentHelpdesk.IngestionJob.Output;
using AgentHelpdesk.IngestionJob.Resources;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace AgentHelpdesk.IngestionJob.Commands;

/// <summary><c>check</c>: every setting and the data folder, each ok, warning or error with its remedy; it changes nothing.</summary>
internal static class CheckCommand
{
    // Below this a folder of a few hundred circulars may not fit with its database.
    private const double LowDiskGigabytes = 2;

    public static Command Create(Messages messages, JobOptions options, IConfiguration configuration, JobConsole console)
    {
        var command = new Command("check", messages.Sentence("HelpCheck"));
        command.SetAction(async (parsed, stop) =>
        {
            console.WritesJson = parsed.GetValue(options.Json);
            var findings = new List<CheckFinding>();
            findings.AddRange(Settings(messages, configuration));
            var canOpen = findings.TrueForAll(finding => finding.Level != CheckLevel.Error);
            if (canOpen)
                findings.Add(await EmbeddingCheck.TryAsync(messages, JobSettings.EmbeddingOf(configuration), stop));
            findings.AddRange(await FolderAsync(messages, parsed.GetValue(options.Data), configuration, console, canOpen, stop));
            foreach (var finding in findings)
            {
                console.Json(finding);
                console.Say(messages.Fill("CheckLine", messages.Sentence("Check" + finding.Level), finding.Name, finding.Text.Replace("\n", "\n  ", StringComparison.Ordinal)));
            }

            return (int)(findings.Exists(finding => finding.Level == CheckLevel.Error) ? ExitCode.WithProblems : ExitCode.Done);
        });
        return command;
    }

    private static IEnumerable<CheckFinding> Settings(Messages messages, IConfiguration configuration) =>
        JobSettings.Check(configuration).Select(setting => setting switch
        {
            { Error: { } allowed } => new CheckFinding(CheckLevel.Error, setting.Key, messages.BadValue(setting.Value, allowed)),
            { IsUnknown: true } => new(CheckLevel.Warning, setting.Key, messages.Sentence("CheckUnknownSetting")),
            { IsDefault: true } => new(CheckLevel.Ok, setting.Key, messages.Fill("CheckDefault", setting.Value)),
            _ => new(CheckLevel.Ok, setting.Key, setting.Value),
        });

    private static async Task<List<CheckFinding>> FolderAsync(
        Messages messages, string? option, IConfiguration configuration, JobConsole console, bool canOpen, CancellationToken cancellationToken)
    {
        var findings = new List<CheckFinding>();
        try
        {
            var folder = DataFolder.Locate(option, configuration[DataFolder.Setting]);
            findings.Add(new(CheckLevel.Ok, DataFolder.Setting, folder));
            if (!File.Exists(Path.Combine(folder, "knowledge.db")))
            {
                findings.Add(new(CheckLevel.Warning, "knowledge.db", messages.Fill("CheckNoDatabase", folder)));
                return findings;
            }

            findings.Add(Disk(messages, folder));
            if (canOpen)
                await StoreAsync(messages, folder, configuration, console, findings, cancellationToken);
        }
        catch (DataFolderException exception)
        {
            findings.Add(new(CheckLevel.Error, DataFolder.Setting, messages.Fault(exception)));
        }
        catch (StoreUnavailableException exception)
        {
            findings.Add(new(CheckLevel.Error, "knowledge.db", messages.StoreUnavailable(exception.Message)));
        }

        return findings;
    }

    private static CheckFinding Disk(Messages messages, string folder)
    {
        var gigabytes = new DriveInfo(folder).AvailableFreeSpace / 1e9;
        return gigabytes < LowDiskGigabytes
            ? new(CheckLevel.Warning, "disk", messages.Fill("CheckDiskLow", gigabytes))
            : new(CheckLevel.Ok, "disk", messages.Fill("CheckDisk", gigabytes));
    }

    private static async Task StoreAsync(
        Messages messages, string folder, IConfiguration configuration, JobConsole console, List<CheckFinding> findings, CancellationToken cancellationToken)
    {
        await using var session = JobSession.Open(folder, configuration, console);
        var catalogue = session.Use<ICatalogueReader>();
        var state = await catalogue.ReadStateAsync(cancellationToken);
        findings.Add(new(CheckLevel.Ok, "knowledge.db", messages.Fill("CheckDatabase", state.Documents, state.Chunks, state.Publication)));
        if (state.OnlySamples && state.Revisions > 0)
            findings.Add(new(CheckLevel.Warning, "knowledge.db", messages.Sentence("CheckSamplesOnly")));
        if (await session.Use<IIndexReader>().ReadManifestAsync(cancellationToken) is { } manifest)
        {
            findings.Add(Index(messages, manifest, session.Find<IEmbeddingGenerator<string, Embedding<float>>>()));
        }

        findings.Add(Bytes(messages, session.Use<IContentStore>(), await catalogue.ReadDocumentsAsync(cancellationToken)));
    }

    private static CheckFinding Index(Messages messages, IndexManifest manifest, IEmbeddingGenerator<string, Embedding<float>>? generator)
    {
        try
        {
            IndexManifest.Of(generator).Require(manifest, "knowledge.db");
        }
        catch (DataFolderException exception)
        {
            return new(CheckLevel.Error, "index", messages.Fault(exception));
        }

        var embedding = manifest.EmbeddingSize == 0 ? messages.Sentence("CheckNoEmbedding") : $"{manifest.EmbeddingModel} ({manifest.EmbeddingSize})";
        return new(CheckLevel.Ok, "index", messages.Fill("CheckManifest", manifest.Schema, manifest.Analyzer, embedding));
    }

    private static CheckFinding Bytes(Messages messages, IContentStore content, IEnumerable<CatalogueDocument> documents)
    {
        var (kept, missing) = (0, new List<string>());
        foreach (var revision in documents.SelectMany(document => document.Revisions).Where(revision => revision.Status != RevisionStatus.Purged))
        {
            using var bytes = content.OpenRead(revision.Content);
            if (bytes is null)
                missing.Add(revision.Description.FileName);
            else
                kept++;
        }

        return missing.Count > 0
            ? new(CheckLevel.Error, "content", messages.Fill("CheckMissingBytes", missing.Count, missing[0]))
            : new(CheckLevel.Ok, "content", messages.Fill("CheckBytes", kept));
    }
}

/// <param name="Level">How bad it is.</param>
/// <param name="Name">The setting's full key, or the thing that was looked at.</param>
/// <param name="Text">The value, or what is wrong and its remedy.</param>
internal sealed record CheckFinding(CheckLevel Level, string Name, string Text);

internal enum CheckLevel
{
    Ok,
    Warning,
    Error,
}
