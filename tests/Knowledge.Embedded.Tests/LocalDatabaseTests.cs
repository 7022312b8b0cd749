using System.Text;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TestKit;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Tests;

public sealed class LocalDatabaseTests : IDisposable
{
    private static readonly LocalSchema Notes = new()
    {
        FileName = "notes.db",
        Definitions = ["CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT"],
        LongestWait = TimeSpan.FromSeconds(1),
        ErasesDeleted = true,
        WhenDamaged = "Move it away.",
    };

    private readonly TempFolder _folder = new();

    [Fact]
    public void Commits_what_was_written_and_takes_back_what_failed()
    {
        using var database = new LocalDatabase(_folder.Path, Notes);

        database.Write(notes => notes.Execute("INSERT INTO note (text) VALUES ($text)", ("$text", "kept")));
        Should.Throw<InvalidOperationException>(() => database.Write<int>(notes =>
        {
            notes.Execute("INSERT INTO note (text) VALUES ($text)", ("$text", "lost"));
            throw new InvalidOperationException();
        }));

        database.Read(notes => notes.Rows("SELECT text FROM note", row => row.TextOrNull(0))).ShouldBe(["kept"]);
    }

    [Fact]
    public void Deleted_words_are_found_in_no_file()
    {
        using var database = new LocalDatabase(_folder.Path, Notes);
        database.Write(notes => notes.Execute("INSERT INTO note (text) VALUES ($text)", ("$text", "a secret of somebody")));

        database.Write(notes => notes.Execute("DELETE FROM note"), emptiesLog: true);

        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            Encoding.Latin1.GetString(bytes.ToArray()).ShouldNotContain("secret", Case.Sensitive, file);
        }
    }

    [Fact]
    public void An_older_file_is_brought_up_to_date()
    {
        using (var older = new LocalDatabase(_folder.Path, Notes))
            older.Write(notes => notes.Execute("INSERT INTO note (text) VALUES ('old')"));
        using var newer = new LocalDatabase(_folder.Path, Notes with { Steps = ["ALTER TABLE note ADD COLUMN kind TEXT NOT NULL DEFAULT 'plain'"] });

        newer.Read(notes => notes.Rows("SELECT text || ' ' || kind FROM note", row => row.Text(0))).ShouldBe(["old plain"]);
    }

    [Fact]
    public void A_damaged_file_is_named_with_its_own_remedy()
    {
        File.WriteAllText(_folder.Combine("notes.db"), new string('x', 5000));
        using var database = new LocalDatabase(_folder.Path, Notes);

        var fault = Should.Throw<DataFolderException>(() => database.Read(notes => notes.Number("SELECT count(*) FROM note")));

        fault.Fault.ShouldBe(DataFolderFault.Damaged);
        fault.Message.ShouldEndWith("Move it away.");
    }

    [Fact]
    public void A_file_held_by_another_process_does_not_answer()
    {
        using var database = new LocalDatabase(_folder.Path, Notes);
        database.Write(notes => notes.Execute("INSERT INTO note (text) VALUES ('first')"));
        using var other = new SqliteConnection($"Data Source={database.FilePath}");
        other.Open();
        using var held = other.BeginTransaction(deferred: false);

        Should.Throw<StoreUnavailableException>(() => database.Write(notes => notes.Execute("DELETE FROM note")));

        database.Read(notes => notes.Number("SELECT count(*) FROM note")).ShouldBe(1);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
