using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Packaging;

namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What the verb that makes the app package says.</summary>
internal sealed partial class Messages
{
    public string HelpPackage => Say();
    public string HelpPackageFile => Say();
    public string HelpPackageAppId => Say();
    public string HelpPackagePublicUrl => Say();
    public string HelpPackageName => Say();
    public string HelpPackageOrganization => Say();
    public string HelpPackageWebsite => Say();
    public string HelpPackagePrivacy => Say();
    public string HelpPackageTerms => Say();
    public string HelpPackageVersion => Say();
    public string PackageLacksWebsite => Say();

    public string HelpPackageStarter(int most) => Fill([most]);

    public string PackageWritten(string file, string name, string version, string appId, string host) => Fill([file, name, version, appId, host]);

    public string PackageNotWritten(string file, string reason) => Fill([file, reason]);

    public string PackageFault(AppPackageFault fault) => Fill([fault.Value], "PackageFault" + fault.Kind);

    /// <param name="value">As given; may be empty.</param>
    /// <param name="fault">Null: none was given.</param>
    public string PackageAddressFault(string value, PublicAddressFault? fault) => fault is { } one ? Fill([value, Sentence("PublicAddress" + one)]) : Sentence("PackageAddressMissing");
}
