using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary>Statements inside one transaction of a <see cref="LocalDatabase"/>; values only ever as named parameters, null stored as NULL.</summary>
public sealed class LocalStatements
{
    private readonly SqliteConnection _connection;

    internal LocalStatements(SqliteConnection connection) => _connection = connection;

    /// <returns>Rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => _connection.Execute(sql, parameters);

    public List<T> Rows<T>(string sql, Func<LocalRow, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        _connection.Rows(sql, reader => map(new(reader)), parameters);

    /// <summary>The one number that the statement gives, never NULL.</summary>
    public long Number(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => _connection.Number(sql, parameters);
}

/// <summary>A row while it is read; columns count from 0.</summary>
public readonly struct LocalRow
{
    private readonly SqliteDataReader _reader;

    internal LocalRow(SqliteDataReader reader) => _reader = reader;

    public string Text(int column) => _reader.GetString(column);

    public string? TextOrNull(int column) => _reader.TextOrNull(column);

    public long Number(int column) => _reader.GetInt64(column);
}
