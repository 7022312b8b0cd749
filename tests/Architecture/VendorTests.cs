namespace AgentHelpdesk.Architecture;

/// <summary>One vendor, one room: read from the sources, so that an unused package cannot hide a breach.</summary>
public sealed class VendorTests
{
    public static TheoryData<string, string[]> Vendors() => new()
    {
        { "UglyToad.PdfPig", ["ingestion/Ingestion/Reading/"] },
        { "Microsoft.Data.Sqlite", ["ingestion/Knowledge.Embedded/"] },
        { "CsvHelper", ["ingestion/Ingestion/Uploads/"] },
        { "Spectre.Console", ["ingestion/IngestionJob/"] },
        { "System.CommandLine", ["ingestion/IngestionJob/", "bot/TeamsBot/"] },
        { "using OpenAI", ["ingestion/ModelServers/"] },
        { "Azure.AI.OpenAI", ["ingestion/ModelServers/"] },
        { "IChatClient", ["ingestion/ModelServers/", "bot/Answering/Grounding/"] },
        { "Microsoft.AspNetCore", ["bot/TeamsBot/", "bot/BotProtocol/"] },
    };

    [Theory]
    [MemberData(nameof(Vendors))]
    public void A_vendor_is_named_only_in_its_room(string vendor, string[] rooms)
    {
        var naming = RepositoryFiles.Sources("bot", "ingestion")
            .Where(file => File.ReadAllText(file).Contains(vendor, StringComparison.Ordinal))
            .Select(file => RepositoryFiles.Relative(file).Replace('\\', '/'))
            .ToList();

        naming.Where(file => !rooms.Any(room => file.StartsWith(room, StringComparison.Ordinal))).ShouldBeEmpty();
        naming.ShouldNotBeEmpty($"No file names {vendor} any more: take it off the list.");
    }
}
