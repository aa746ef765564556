using System.Data.Common;
using Newsletter.Database;

namespace Newsletter.Subscribers.Importing;

/// <summary>A statement that the connection keeps prepared, run once for each of many rows.</summary>
internal sealed class RowStatement
{
    private readonly DbCommand command;
    private readonly DbParameter[] parameters;

    /// <param name="db">Whose transaction it is part of.</param>
    /// <param name="text">Names its values @0, @1 ….</param>
    /// <param name="values">How many they are.</param>
    public RowStatement(NewsletterDb db, string text, int values)
    {
        command = db.Kept(text);
        parameters = new DbParameter[values];
        for (var place = 0; place < values; place++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{place}";
            command.Parameters.Add(parameter);
            parameters[place] = parameter;
        }
    }

    public void Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        command.ExecuteNonQuery();
    }

    /// <summary>The number that a statement gives back.</summary>
    public long Number(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return (long)command.ExecuteScalar()!;
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var place = 0; place < values.Length; place++)
            parameters[place].Value = values[place] ?? DBNull.Value;
    }
}
