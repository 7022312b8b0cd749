using System.CommandLine;
using System.Reflection;
using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Packaging;
using AgentHelpdesk.TeamsBot.Settings;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary><c>teams-package FILE</c>: the app package of this installation, to be handed to Teams.</summary>
internal static class TeamsPackageVerb
{
    private const string DefaultName = "AgentHelpdesk";

    public static Command Create(CommandLineWords words)
    {
        var messages = words.Messages;
        var file = new Argument<string>("file") { Description = messages.HelpPackageFile, HelpName = "FILE" };
        var appId = new Option<string?>("--app-id") { Description = messages.HelpPackageAppId, HelpName = "GUID" };
        var publicUrl = new Option<string?>("--public-url") { Description = messages.HelpPackagePublicUrl, HelpName = "URL" };
        var name = new Option<string>("--name") { Description = messages.HelpPackageName, HelpName = "NAME", DefaultValueFactory = _ => DefaultName };
        var organization = new Option<string>("--organization") { Description = messages.HelpPackageOrganization, HelpName = "NAME", DefaultValueFactory = _ => DefaultName };
        var website = new Option<string?>("--website") { Description = messages.HelpPackageWebsite, HelpName = "URL" };
        var privacy = new Option<string?>("--privacy") { Description = messages.HelpPackagePrivacy, HelpName = "URL" };
        var terms = new Option<string?>("--terms") { Description = messages.HelpPackageTerms, HelpName = "URL" };
        var starters = new Option<string[]>("--starter") { Description = messages.HelpPackageStarter(AppManifest.MostStarters), HelpName = "TEXT" };
        var version = new Option<string>("--package-version") { Description = messages.HelpPackageVersion, HelpName = "X.Y.Z", DefaultValueFactory = _ => ProgramVersion() };
        var command = new Command("teams-package", messages.HelpPackage) { file, appId, publicUrl, name, organization, website, privacy, terms, starters, version };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var run = new VerbRun(parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error, messages);
            var settings = ProgramSettings.Read();
            var id = parse.GetValue(appId) ?? settings[$"{BotOptions.Section}:{nameof(BotOptions.AppId)}"] ?? "";
            var url = parse.GetValue(publicUrl) ?? settings[PublicAddress.Setting] ?? "";
            if (!Guid.TryParse(id, out var guid))
                return await RefuseAsync(run, [messages.PackageFault(new(AppPackageFaultKind.AppId, Printable.Line(id)))]);
            if (PublicAddress.Of(url) is not { } address)
                return await RefuseAsync(run, [messages.PackageAddressFault(Printable.Line(url), PublicAddress.FaultOf(url))]);

            var site = parse.GetValue(website);
            var order = new AppPackageOrder
            {
                AppId = guid,
                Address = address,
                Version = parse.GetValue(version) ?? "",
                Name = parse.GetValue(name) ?? "",
                Organization = parse.GetValue(organization) ?? "",
                Website = site ?? address.Origin,
                Privacy = parse.GetValue(privacy) ?? site ?? address.Origin,
                Terms = parse.GetValue(terms) ?? site ?? address.Origin,
                Starters = [.. parse.GetValue(starters) ?? []],
            };
            var faults = order.Faults().Select(fault => messages.PackageFault(fault with { Value = Printable.Line(fault.Value) })).ToList();
            if (faults.Count > 0)
                return await RefuseAsync(run, faults);
            return await WriteAsync(parse.GetValue(file) ?? "", order, site is null, run, cancellationToken);
        });
        return command;
    }

    private static async Task<int> WriteAsync(string file, AppPackageOrder order, bool lacksWebsite, VerbRun run, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        try
        {
            await File.WriteAllBytesAsync(path, AppPackage.Of(order), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await run.Error.WriteLineAsync(run.Messages.PackageNotWritten(path, exception.Message));
            return ExitCode.Failed;
        }

        await run.Output.WriteLineAsync(run.Messages.PackageWritten(path, order.Name, order.Version, order.AppId.ToString(), order.Address.Host));

        // Nothing is shown at the public address itself, so a person who looks for help there finds nothing.
        if (lacksWebsite)
            await run.Error.WriteLineAsync(run.Messages.PackageLacksWebsite);
        return ExitCode.Done;
    }

    private static async Task<int> RefuseAsync(VerbRun run, IReadOnlyList<string> sentences)
    {
        foreach (var sentence in sentences)
            await run.Error.WriteLineAsync(sentence);
        return ExitCode.Usage;
    }

    private static string ProgramVersion() =>
        typeof(TeamsPackageVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+', '-')[0] ?? "";
}
