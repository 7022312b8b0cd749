using AgentHelpdesk.EndToEnd.Hosts;
using AgentHelpdesk.EndToEnd.Pages;
using AgentHelpdesk.TestKit;

[assembly: AssemblyFixture(typeof(ReadSamples))]

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>The samples, read and published once for all classes; each class gets a data folder of its own, copied from it.</summary>
public sealed class ReadSamples : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SemaphoreSlim _turn = new(1);
    private bool _isRead;

    public async Task CopyToAsync(TempFolder folder)
    {
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_isRead)
                await (await HelpdeskProcess.WithSamplesAsync(_folder)).DisposeAsync();
            _isRead = true;
        }
        finally
        {
            _turn.Release();
        }

        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            var copy = folder.Combine(Path.GetRelativePath(_folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _folder.Dispose();
    }
}
