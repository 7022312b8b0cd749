using AgentHelpdesk.ModelDoubles;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.ModelServers.Tests.Doubles;

/// <summary>What real servers answered, where the shared folder is beside the checkout; else one call that says so.</summary>
internal static class Recordings
{
    private static readonly string Folder = SharedFolder.Combine("captures", "openai");

    public static IReadOnlyList<RecordedCall> All => Directory.Exists(Folder) ? RecordedCall.ReadFolder(Folder) : [];

    public static TheoryData<string> Names(Func<RecordedCall, bool> which) =>
        All.Where(which).Select(call => call.Name).ToList() is { Count: > 0 } names ? [.. names] : [SharedFolder.WhyAbsent];

    public static RecordedCall Get(string name)
    {
        Assert.SkipWhen(name == SharedFolder.WhyAbsent, SharedFolder.WhyAbsent);
        return All.Single(call => call.Name == name);
    }
}
