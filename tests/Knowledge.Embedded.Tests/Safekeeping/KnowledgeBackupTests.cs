using System.IO.Compression;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Embedded.Safekeeping;
using AgentHelpdesk.Knowledge.Embedded.Tests.Catalogue;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Knowledge.Embedded.Tests.Safekeeping;

public sealed class KnowledgeBackupTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly CatalogueFolder _folder = new();
    private readonly TempFolder _elsewhere = new();

    [Fact]
    public async Task A_restored_folder_reads_alike()
    {
        var (revision, file) = await BackUpAsync();
        using var other = new CatalogueFolder();

        var outcome = (await BackupOf(other).RestoreAsync(file, None)).ShouldBeOfType<RestoreOutcome.Restored>();

        outcome.ShouldSatisfyAllConditions(() => outcome.Publication.ShouldBe(1), () => outcome.Contents.ShouldBe(1));
        (await other.Reader.ReadNeighboursAsync(revision.Id, 0, 9, None)).Length.ShouldBe(2);
        using var content = other.Contents.OpenRead(revision.Content).ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_taken_while_another_writes()
    {
        await using var writer = _folder.OpenWriter();

        await BackupOf(_folder).WriteAsync(_elsewhere.Combine("b.zip"), None);

        File.Exists(_elsewhere.Combine("b.zip")).ShouldBeTrue();
        Directory.EnumerateFiles(_elsewhere.Path).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_in_use_is_never_replaced()
    {
        var (_, file) = await BackUpAsync();

        (await BackupOf(_folder).RestoreAsync(file, None)).ShouldBeOfType<RestoreOutcome.FolderNotEmpty>();
    }

    [Fact]
    public async Task Changed_bytes_are_noticed_and_leave_the_folder_empty()
    {
        var (revision, file) = await BackUpAsync();
        await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update, None))
        {
            zip.GetEntry($"content/{revision.Content}")!.Delete();
            await using var entry = await zip.CreateEntry($"content/{revision.Content}").OpenAsync(None);
            await entry.WriteAsync("other"u8.ToArray(), None);
        }

        using var other = new CatalogueFolder();
        (await BackupOf(other).RestoreAsync(file, None)).ShouldBeOfType<RestoreOutcome.NoBackup>().Detail.ShouldContain("not those of its name");
        Directory.EnumerateFileSystemEntries(other.Temp.Path).Select(Path.GetFileName).ShouldBe(["knowledge.lock"]);
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("content/../../evil")]
    [InlineData("bot.db")]
    public async Task A_name_that_no_backup_has_is_not_unpacked(string name)
    {
        var (_, file) = await BackUpAsync();
        await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update, None))
        {
            await using var entry = await zip.CreateEntry(name).OpenAsync(None);
            await entry.WriteAsync("x"u8.ToArray(), None);
        }

        using var other = new CatalogueFolder();
        (await BackupOf(other).RestoreAsync(file, None)).ShouldBeOfType<RestoreOutcome.NoBackup>().Detail.ShouldContain(name);
    }

    [Fact]
    public async Task A_backup_of_an_older_schema_is_restored_and_brought_up_to_date()
    {
        using var old = await SchemaOneFolder.CreateAsync(new DocumentBuilder("Circulaire").Chunk("Un.").Chunk("Deux."));
        var file = _elsewhere.Combine("old.zip");
        await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Create, None))
        {
            await zip.CreateEntryFromFileAsync(old.File, "knowledge.db", None);
            await using var content = await zip.CreateEntry($"content/{old.Revision.Content}").OpenAsync(None);
            await content.WriteAsync(System.Text.Encoding.UTF8.GetBytes("CirculaireUn.Deux."), None);
        }

        using var other = new CatalogueFolder();
        (await BackupOf(other).RestoreAsync(file, None)).ShouldBeOfType<RestoreOutcome.Restored>().Contents.ShouldBe(1);

        (await other.Reader.FindRevisionAsync(old.Revision.Id, None)).ShouldNotBeNull().Description.Number.ShouldBeNull();
        other.Database.Read(KnowledgeSchema.ReadVersion).ShouldBe(KnowledgeSchema.Version);
    }

    [Fact]
    public async Task The_last_backup_is_told_with_the_state_and_not_by_the_restored_folder()
    {
        (await _folder.Reader.ReadStateAsync(None)).LastBackup.ShouldBeNull();
        var before = TimeProvider.System.GetUtcNow();

        var (_, file) = await BackUpAsync();

        (await _folder.Reader.ReadStateAsync(None)).LastBackup.ShouldNotBeNull().ShouldBeInRange(before, TimeProvider.System.GetUtcNow());
        using var other = new CatalogueFolder();
        (await BackupOf(other).RestoreAsync(file, None)).ShouldBeOfType<RestoreOutcome.Restored>();
        (await other.Reader.ReadStateAsync(None)).LastBackup.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("hier")]
    [InlineData("2026-13-45T00:00:00.0000000+00:00")]
    public async Task A_mark_that_is_no_moment_counts_as_none(string mark)
    {
        await File.WriteAllTextAsync(_folder.Temp.Combine("last-backup"), mark, None);

        (await _folder.Reader.ReadStateAsync(None)).LastBackup.ShouldBeNull();
    }

    [Fact]
    public async Task Uploads_that_wait_are_no_part_of_a_backup()
    {
        Directory.CreateDirectory(_folder.Temp.Combine("inbox"));
        await File.WriteAllTextAsync(_folder.Temp.Combine("inbox", new string('a', 32) + ".pdf"), "x", None);

        var (_, file) = await BackUpAsync();

        await using var zip = await ZipFile.OpenReadAsync(file, None);
        zip.Entries.ShouldAllBe(entry => entry.FullName == "knowledge.db" || entry.FullName.StartsWith("content/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_told_so()
    {
        var file = _elsewhere.Combine("x.zip");
        await File.WriteAllTextAsync(file, "no zip at all", None);
        using var other = new CatalogueFolder();

        (await BackupOf(other).RestoreAsync(file, None)).ShouldBeOfType<RestoreOutcome.NoBackup>().Detail.ShouldNotBeEmpty();
        (await BackupOf(other).RestoreAsync(_elsewhere.Combine("absent.zip"), None)).ShouldBeOfType<RestoreOutcome.NoBackup>().Detail.ShouldBeEmpty();
    }

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    private static KnowledgeBackup BackupOf(CatalogueFolder folder) => new(folder.Database, folder.Contents, folder.Lock, TimeProvider.System);

    private async Task<(CatalogueRevision Revision, string File)> BackUpAsync()
    {
        var builder = new DocumentBuilder("Circulaire").Chunk("Un.").Chunk("Deux.");
        var content = builder.Build().Revision.Content;
        var source = System.Text.Encoding.UTF8.GetBytes("CirculaireUn.Deux.");
        (await _folder.Contents.PutAsync(new MemoryStream(source), None)).ShouldBe(content);
        var revision = await _folder.PublishAsync(builder);
        var file = _elsewhere.Combine("backup.zip");
        (await BackupOf(_folder).WriteAsync(file, None)).Contents.ShouldBe(1);
        return (revision, file);
    }
}
