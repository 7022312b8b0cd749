using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Links;

public sealed class LinkKeyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string File => Path.Combine(_folder.Path, LinkKey.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_key_is_made_once_and_readable_by_this_account_alone()
    {
        var first = new LinkKey(_folder.Path).Bytes.ToArray();

        new LinkKey(_folder.Path).Bytes.ToArray().ShouldBe(first);
        first.Length.ShouldBe(32);
        Directory.GetFiles(_folder.Path).ShouldBe([File]);
        if (!OperatingSystem.IsWindows())
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_deleted_key_is_replaced_by_another()
    {
        var first = new LinkKey(_folder.Path).Bytes.ToArray();
        System.IO.File.Delete(File);

        new LinkKey(_folder.Path).Bytes.ToArray().ShouldNotBe(first);
    }

    [Fact]
    public async Task Of_many_that_start_at_once_all_have_the_same_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Convert.ToHexString(new LinkKey(_folder.Path).Bytes))));

        keys.Distinct().Count().ShouldBe(1);
        Directory.GetFiles(_folder.Path).ShouldBe([File]);
    }

    [Fact]
    public void A_file_that_is_no_key_is_named_and_not_replaced()
    {
        System.IO.File.WriteAllText(File, "short");

        Should.Throw<LinkKeyException>(() => new LinkKey(_folder.Path).Bytes.ToArray()).Path.ShouldBe(File);
        System.IO.File.ReadAllText(File).ShouldBe("short");
    }

    [Fact]
    public void A_folder_that_takes_no_file_is_named()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder.Path, "file"), "");

        Should.Throw<DataFolderException>(() => new LinkKey(Path.Combine(_folder.Path, "file")).Bytes.ToArray()).Fault.ShouldBe(DataFolderFault.NotWritable);
    }
}
